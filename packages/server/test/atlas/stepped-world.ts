/** An indexed world whose merges in the background are done when a test says so. */
import { indexedWorld } from '../../src/atlas/indexed/indexed-world.ts';
import type { WorldSettings } from '../../src/atlas/world.ts';
import type { SteppedWorld } from './agree-with-scan.ts';

/** Small merges already go to the background, and that does nothing until it is told to. */
export function steppedWorld(settings: WorldSettings): SteppedWorld {
  const waiting: (() => boolean)[] = [];
  const world = indexedWorld({ ...settings, mostRowsAtOnce: 8, background: (step) => waiting.push(step) });
  return {
    world,
    workOn(steps) {
      for (let count = 0; count < steps; count++) {
        const step = waiting[0];
        if (step === undefined) return;
        if (!step()) waiting.shift();
      }
    },
  };
}
