import { describe, expect, it } from 'vitest';
import type { SteppedWorld } from '../../../test/atlas/agree-with-scan.ts';
import { agreeWithScan } from '../../../test/atlas/agree-with-scan.ts';
import { atlasContract } from '../../../test/atlas/atlas-contract.ts';
import { memoryAtlas } from '../memory-atlas.ts';
import type { WorldSettings } from '../world.ts';
import { indexedWorld } from './indexed-world.ts';

describe('indexed world', () => {
  atlasContract((records, options) => memoryAtlas(records, { ...options, world: indexedWorld }));

  it('answers as a scan does, while places change and segments merge', () => {
    const asked = agreeWithScan(steppedWorld, (answer, expected) => expect(answer).toEqual(expected), { numRuns: 60 });
    expect(asked).toBeGreaterThan(300);
  });
});

/** Small merges already go to the background, and that does nothing until it is told to. */
function steppedWorld(settings: WorldSettings): SteppedWorld {
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
