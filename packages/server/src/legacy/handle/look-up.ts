/** Stations and pools by id. Both are a location here, and share its id. */
import { contentIdIn } from '@pantograph/model/location';
import { pageOfKnown, presentEvses } from '@pantograph/model/v2';
import { Refused } from '../../refusal/refused.ts';
import { write } from '../answer/format.ts';
import { readIds } from '../read/ids.ts';
import { quoted } from '../read/parameters.ts';
import { featuresOf } from '../usage/features.ts';
import type { LegacyHandler } from './handler.ts';

/** `stations/{id}`, `pools/{id}`. */
export const getStation: LegacyHandler = async ({ id, backEnd, stationTexts, context }) => {
  const contentId = contentIdIn(id);
  const { stations, attribution } = await backEnd.stations([contentId], context.now);
  if (stations.length === 0) {
    const removal = await backEnd.removal(contentId, context.now);
    const fate = removal === undefined ? '' : `: it was removed at ${removal.removedAt}, ${removal.reason}`;
    throw new Refused('not_found', { parameter: 'id', cause: `There is nothing of the id ${quoted(id)}${fate}` });
  }
  return {
    write: (format) => stationTexts(format, pageOfKnown(stations)),
    attribution,
    features: featuresOf(stations),
  };
};

/** `stations/bulk`, `pools/bulk`: unknown ids are left out. */
export const getStations: LegacyHandler = async ({ query, backEnd, stationTexts, context }) => {
  const { stations, attribution } = await backEnd.stations(readIds(query), context.now);
  return {
    write: (format) => stationTexts(format, pageOfKnown(stations)),
    attribution,
    features: featuresOf(stations),
  };
};

/** `evses/bulk`: by pool id; unknown ones are left out. */
export const getEvses: LegacyHandler = async ({ query, backEnd, context }) => {
  const { stations, attribution } = await backEnd.stations(readIds(query), context.now);
  return {
    write: (format) => write(format, 'evses', presentEvses(stations)),
    attribution,
    features: stations.some(({ evses }) => evses.length > 0) ? ['connectorStatuses'] : [],
  };
};
