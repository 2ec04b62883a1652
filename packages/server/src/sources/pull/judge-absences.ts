/** What becomes of objects that a full pull did not bring. */
import type { Notice } from '@pantograph/model/notice';
import type { Absence } from '../state/source-states.ts';

export interface AbsenceQuestion {
  /** Stored objects of the source that this pull did not bring. */
  readonly missing: readonly string[];
  /** How many of the source are stored. */
  readonly held: number;
  /** From the full pulls before this one. */
  readonly known: ReadonlyMap<string, Absence>;
  readonly vanishAfter: number;
  readonly guardPercent: number;
  /** The operator has looked and lets all of them go. */
  readonly accepted: boolean;
  readonly now: string;
}

export interface AbsenceVerdict {
  /** To be removed now. */
  readonly gone: readonly string[];
  /** To be remembered until the next full pull; what came back is forgotten. */
  readonly remembered: readonly Absence[];
  readonly notices: readonly Notice[];
}

export function judgeAbsences(question: AbsenceQuestion): AbsenceVerdict {
  const { missing, held, known, vanishAfter, guardPercent, accepted, now } = question;
  if (missing.length === 0) return { gone: [], remembered: [], notices: [] };
  const absences = missing.map((id): Absence => {
    const before = known.get(id);
    return { id, pulls: (before?.pulls ?? 0) + 1, since: before?.since ?? now };
  });
  const seen: Notice = { code: 'vanished', path: '', parameters: { missing: missing.length } };
  const ripe = accepted ? absences : absences.filter(({ pulls }) => pulls >= vanishAfter);
  if (ripe.length === 0) return { gone: [], remembered: absences, notices: [seen] };
  if (!accepted && ripe.length * 100 > guardPercent * held) {
    const parameters = { missing: ripe.length, held, percent: guardPercent };
    return { gone: [], remembered: absences, notices: [seen, { code: 'vanished_guarded', path: '', parameters }] };
  }
  const gone = new Set(ripe.map(({ id }) => id));
  const pulls = Math.min(...ripe.map((absence) => absence.pulls));
  return {
    gone: [...gone],
    remembered: absences.filter(({ id }) => !gone.has(id)),
    notices: [seen, { code: 'vanished_removed', path: '', parameters: { removed: gone.size, pulls } }],
  };
}
