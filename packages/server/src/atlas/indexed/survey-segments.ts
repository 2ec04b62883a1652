/** A survey over segments: columns only, nothing is read and nothing made per place. */
import { isLive, statuses } from '@pantograph/model/vocabulary';
import { hasConnector } from '../matches-filter.ts';
import type { SurveyQuery, SurveyVisit } from '../survey.ts';
import { areaProbe } from './area-probe.ts';
import { ID_WORDS, readIdWords } from './content-id-words.ts';
import type { Dictionaries } from './dictionaries.ts';
import type { FilterProbes } from './filter-probes.ts';
import { Question } from './question.ts';
import type { Segment } from './segment.ts';
import { walkAll } from './walk-all.ts';

// By status code.
const removed = Uint8Array.from(statuses, ({ status }) => (status === 'REMOVED' ? 1 : 0));
const spoken = Uint8Array.from(statuses, ({ status }) => (isLive(status) ? 1 : 0));
const free = Uint8Array.from(statuses, ({ status }) => (status === 'AVAILABLE' ? 1 : 0));

export function surveySegments(
  segments: readonly Segment[],
  { dictionaries, probes }: { readonly dictionaries: Dictionaries; readonly probes: FilterProbes },
  { area, filter }: SurveyQuery,
  visit: SurveyVisit,
): void {
  const connector = filter?.connector;
  const wanted =
    connector === undefined
      ? undefined
      : new Question(dictionaries.evses.values, (value) => hasConnector(value, connector));
  const areas = area === undefined ? [] : [areaProbe(area)];
  const walk = { areas, filter: probes.of(filter), isLeftOut: undefined };
  for (const segment of segments) {
    const { positions, evseStarts, evseKinds, statuses: codes, ids } = segment.columns;
    let at = 0;
    const idOf = () => readIdWords(ids, at * ID_WORDS);
    walkAll(segment, walk, (row) => {
      let watts = 0;
      let evses = 0;
      let live = 0;
      let available = 0;
      const end = evseStarts[row + 1] ?? 0;
      for (let evse = evseStarts[row] ?? 0; evse < end; evse++) {
        const code = codes[evse] ?? 0;
        const kind = evseKinds[evse] ?? 0;
        if (removed[code] === 1 || wanted?.yes(kind) === false) continue;
        evses++;
        live += spoken[code] ?? 0;
        available += free[code] ?? 0;
        const most = dictionaries.evses.of(kind).watts;
        if (most > watts) watts = most;
      }
      at = row;
      visit(positions[2 * row] ?? NaN, positions[2 * row + 1] ?? NaN, watts, evses, live, available, idOf);
    });
  }
}
