/** Stations and pools by id. Both are a location here, and share its id. */
import { contentIdIn } from '@pantograph/model/location';
import { pageOfKnown, presentEvses, presentPage } from '@pantograph/model/v2';
import { chain } from '../../http/eventually.ts';
import { Refused } from '../../refusal/refused.ts';
import { poolForms } from '../answer/station-form.ts';
import type { ListFrame } from '../answer/station-list.ts';
import { writeList } from '../answer/station-list.ts';
import type { KnownStations } from '../back-end/back-end.ts';
import { readIds } from '../read/ids.ts';
import { quoted } from '../read/parameters.ts';
import type { LegacyAnswer, LegacyHandler, LegacyQuestion } from './handler.ts';

/** `stations/{id}`, `pools/{id}`. */
export const getStation: LegacyHandler = (question) => {
  const { id, backEnd, context } = question;
  const contentId = contentIdIn(id);
  return chain(backEnd.stations([contentId], context.now), (known) => {
    if (known.stations.length > 0) return answerWith(known, question);
    return chain(backEnd.removal(contentId, context.now), (removal) => {
      const fate = removal === undefined ? '' : `: it was removed at ${removal.removedAt}, ${removal.reason}`;
      throw new Refused('not_found', {
        parameter: 'id',
        cause: `There is no station and no pool with the id ${quoted(id)}${fate}`,
      });
    });
  });
};

/** `stations/bulk`, `pools/bulk`: unknown ids are left out. */
export const getStations: LegacyHandler = (question) => {
  const { query, backEnd, context } = question;
  return chain(backEnd.stations(readIds(query), context.now), (known) => answerWith(known, question));
};

/** `evses/bulk`: by pool id; unknown ones are left out. */
export const getEvses: LegacyHandler = ({ query, format, backEnd, context }) =>
  chain(backEnd.stations(readIds(query), context.now), (known) => ({
    ...writeList(format, poolFrame, poolForms, known.stations),
    attribution: known.attribution(),
  }));

const poolFrame: ListFrame = { root: 'evses', empty: presentEvses([]), holder: 'evses' };

function answerWith(known: KnownStations, { format, quirks, stationForms }: LegacyQuestion): LegacyAnswer {
  const empty = presentPage(pageOfKnown([]), quirks);
  const frame: ListFrame = { root: 'evStationsResult', empty, holder: 'evStations' };
  return { ...writeList(format, frame, stationForms, known.stations), attribution: known.attribution() };
}
