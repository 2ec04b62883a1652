/** Twins of a server: their files, and the layer over them. */
import { existsSync } from 'node:fs';
import { whyUnusable } from '../store/database-unusable.ts';
import type { Log } from '../observe/log.ts';
import type { Store } from '../store/store.ts';
import type { DecisionStore } from './decision-store.ts';
import { openTwinDecisions } from './decision-store.ts';
import type { IdTable, TwinFigures } from './id-table.ts';
import { openIdTable } from './id-table.ts';
import { TableFailure, removeTableFile } from './table-file.ts';
import type { TwinLayer, TwinLayerOptions } from './twin-layer.ts';
import { twinLayer } from './twin-layer.ts';

export interface TwinFiles {
  /** Which places have which EVSE id; made anew where it is lost. */
  readonly twins: string;
  /** What operators have decided. */
  readonly twinDecisions: string;
}

/** What was decided before counts while the file cannot be read. */
function patient(
  decisions: DecisionStore,
  onTrouble: (error: unknown) => void,
): Pick<DecisionStore, 'current' | 'version'> {
  let known = { version: decisions.version(), current: decisions.current() };
  return {
    version() {
      try {
        const version = decisions.version();
        if (version !== known.version) known = { version, current: decisions.current() };
      } catch (error) {
        onTrouble(error);
      }
      return known.version;
    },
    current: () => known.current,
  };
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
    decisions: patient(decisions, (err) =>
      log.warn({ err }, 'decisions about twins cannot be read; those known count'),
    ),
    table: tableAtStart(files.twins),
    newTable: (failure) => {
      if (!failure.isDamage) return openIdTable(':memory:');
      removeTableFile(files.twins);
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

/** Where not even the file can be opened, whoever starts the server is told so: all else of its kind mends itself. */
function tableAtStart(path: string): IdTable {
  try {
    return openIdTable(path);
  } catch (error) {
    if (!(error instanceof TableFailure)) throw error;
    throw whyUnusable(path, error.cause) ?? error;
  }
}
