/** Compares what a full pull brought with what is stored, and removes what has been away for long enough. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { canonicalKey } from '@pantograph/model/location';
import type { ContentId, ObjectKey } from '@pantograph/model/location';
import type { Notice } from '@pantograph/model/notice';
import type { Change, Store } from '../../store/store.ts';
import type { SourceRules } from '../definition/source-definition.ts';
import type { AbsentKind, SourceStates } from '../state/source-states.ts';
import type { Intake } from './feed-intake.ts';
import { judgeAbsences } from './judge-absences.ts';

export interface VanishOptions {
  readonly store: Store;
  readonly states: SourceStates;
  readonly source: string;
  readonly kind: AbsentKind;
  readonly intake: Pick<Intake, 'seen' | 'unreadable' | 'nameless'>;
  /** The source has the same as last time, so that the same is missing. */
  readonly unmodified: boolean;
  /** Why this pull says nothing about what it did not bring. */
  readonly undecided?: string;
  readonly rules: SourceRules;
  readonly accepted: boolean;
  /** When the pull began: what came by other ways since then is not missing. */
  readonly startedAt: string;
  readonly now: () => Date;
  /** Judges and writes nothing. */
  readonly dryRun: boolean;
}

export interface Vanished {
  readonly removed: number;
  readonly notices: readonly Notice[];
}

const REMOVALS_PER_COMMIT = 250;
const IDS_PER_TURN = 2000;

export async function removeVanished(options: VanishOptions): Promise<Vanished> {
  const { store, states, source, kind, intake, rules, accepted, now, dryRun } = options;
  const { held, missing } = await (kind === 'location' ? missingLocations(options) : missingTariffs(options));
  const reason =
    options.undecided ??
    (intake.nameless > 0 ? `it held ${String(intake.nameless)} objects of which no id can be read` : undefined);
  if (reason !== undefined) {
    const parameters = { missing: missing.size, reason };
    return { removed: 0, notices: missing.size === 0 ? [] : [{ code: 'vanished_undecided', path: '', parameters }] };
  }
  const removedAt = now().toISOString();
  const verdict = judgeAbsences({
    missing: [...missing.keys()],
    held,
    known: states.absences(source, kind),
    vanishAfter: rules.vanishAfter,
    guardPercent: rules.guardPercent,
    accepted,
    now: removedAt,
  });
  if (dryRun) return { removed: 0, notices: verdict.notices.filter(({ code }) => code !== 'vanished_removed') };
  const reasonOfAll = 'no longer in the full list of its source';
  const changes = verdict.gone.flatMap((id): readonly Change[] => {
    const key = missing.get(id);
    if (kind === 'location') {
      return [{ kind: 'removal', contentId: id as ContentId, removedAt, reason: reasonOfAll }];
    }
    return key === undefined ? [] : [{ kind: 'tariffRemoval', key, removedAt, reason: reasonOfAll }];
  });
  for (let from = 0; from < changes.length; from += REMOVALS_PER_COMMIT) {
    await store.apply(changes.slice(from, from + REMOVALS_PER_COMMIT));
  }
  // After the removals: where we are stopped in between, they are known to the store and missed by nobody.
  states.replaceAbsences(source, kind, verdict.remembered);
  return { removed: verdict.gone.length, notices: verdict.notices };
}

interface Missing {
  readonly held: number;
  /** With the key, for tariffs. */
  readonly missing: ReadonlyMap<string, ObjectKey | undefined>;
}

async function missingLocations(options: VanishOptions): Promise<Missing> {
  const { store, source, intake, startedAt } = options;
  const isMissing = missingTest(options);
  const missing = new Map<string, undefined>();
  let held = 0;
  for (const contentId of store.contentIds(source)) {
    if (++held % IDS_PER_TURN === 0) await nextTurn();
    if (!isMissing(contentId)) continue;
    const stored = store.location(contentId);
    if (stored === undefined || stored.changedAt > startedAt) continue;
    if (!intake.unreadable.has(stored.key.id.toLowerCase())) missing.set(contentId, undefined);
  }
  return { held, missing };
}

async function missingTariffs(options: VanishOptions): Promise<Missing> {
  const { store, source, intake } = options;
  const isMissing = missingTest(options);
  const missing = new Map<string, ObjectKey>();
  let held = 0;
  for (const { key } of store.tariffs()) {
    if (key.source !== source) continue;
    if (++held % IDS_PER_TURN === 0) await nextTurn();
    const id = canonicalKey(key);
    if (isMissing(id) && !intake.unreadable.has(key.id.toLowerCase())) missing.set(id, key);
  }
  return { held, missing };
}

function missingTest({ states, source, kind, intake, unmodified }: VanishOptions): (id: string) => boolean {
  if (!unmodified) return (id) => !intake.seen.has(id);
  const known = states.absences(source, kind);
  return (id) => known.has(id);
}
