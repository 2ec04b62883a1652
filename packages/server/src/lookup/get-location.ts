import { contentIdIn } from '@pantograph/model/location';
import { ChargingLocation } from '@pantograph/model/v3';
import { Refused } from '../refusal/refused.ts';
import { exampleLocation } from './openapi/example-bodies.ts';
import { locationDocuments } from './location-document.ts';
import { bytesAnswer } from './lookup.ts';
import {
  daysParameter,
  enumsParameter,
  fieldsParameter,
  readLocationOptions,
  tariffParameter,
} from './location-parameters.ts';
import type { Asked, Operation } from './operation.ts';

export const getLocation: Operation = {
  name: 'getLocation',
  path: '/locations/{id}',
  tag: 'Charging Location Lookup',
  summary: 'One charging location by its identifier',
  parameters: [fieldsParameter, daysParameter, tariffParameter, enumsParameter],
  success: { schema: ChargingLocation, description: 'The location.', example: exampleLocation },
  errors: [400, 403, 404, 500, 503],
  samples: ({ id }) => [
    { label: 'The minimal set', path: `/v3/locations/${id}` },
    {
      label: 'Everything that is free, all tariffs',
      path: `/v3/locations/${id}?fields=address,evses,locationInfo,emsps,connectorGroups,tariffs,nearby&tariff=all`,
    },
    { label: 'In the published spelling', path: `/v3/locations/${id}?fields=evses&enums=here` },
  ],
  answer({ query, id, context, lookup }: Asked) {
    const options = readLocationOptions(query, context, lookup.settings);
    const contentId = contentIdIn(id);
    const site = lookup.atlas.site(contentId);
    if (site === undefined) {
      const removal = lookup.atlas.removal(contentId);
      const cause =
        removal === undefined
          ? `params/id names no location, found ${JSON.stringify(id.length > 60 ? `${id.slice(0, 57)}...` : id)}`
          : `The location of params/id was removed at ${removal.removedAt}: ${removal.reason}`;
      throw new Refused('not_found', { parameter: 'id', cause });
    }
    const { bytes, source } = locationDocuments(lookup, { ...options, now: context.now })(site);
    // Kept bytes may be overwritten before these are sent.
    return bytesAnswer(new Uint8Array(bytes), [source]);
  },
};
