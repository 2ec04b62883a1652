/** Twins of a server: their files, and the layer over them. */
import { existsSync } from 'node:fs';
import type { Log } from '../observe/log.ts';
import type { Store } from '../store/store.ts';
import { openTwinDecisions } from './decision-store.ts';
import type { TwinFigures } from './id-table.ts';
import { isDamage, openIdTable, removeIdTable } from './id-table.ts';
import type { TwinLayer, TwinLayerOptions } from './twin-layer.ts';
import { twinLayer } from './twin-layer.ts';

export interface TwinFiles {
  /** Which places have which EVSE id; made anew where it is lost. */
  readonly twins: string;
  /** What operators have decided. */
  readonly twinDecisions: string;
}

/** As a server wrote them down last; absent where none has looked for twins here. */
export function twinFiguresIn(file: string): TwinFigures | undefined {
  if (!existsSync(file)) return undefined;
  const table = openIdTable(file);
  try {
    return table.figures();
  } finally {
    table.close();
  }
}

export function openTwins(
  files: TwinFiles,
  store: Store,
  log: Log,
  options: Pick<TwinLayerOptions, 'placesPerTurn'> = {},
): TwinLayer {
  const decisions = openTwinDecisions(files.twinDecisions);
  const layer = twinLayer({
    ...options,
    store,
    decisions,
    table: openIdTable(files.twins),
    newTable: (failure) => {
      if (!isDamage(failure)) return openIdTable(':memory:');
      removeIdTable(files.twins);
      return openIdTable(files.twins);
    },
    onTrouble: (err) => log.warn({ err }, 'the table of twins failed; it is made anew'),
  });
  return {
    ...layer,
    close() {
      layer.close();
      decisions.close();
    },
  };
}
