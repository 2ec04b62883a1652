import { ChargingLocation } from '@pantograph/model/v3';
import { responseOf } from '../http/answer.ts';
import { answerLocation } from './answer-locations.ts';
import { exampleLocation } from './openapi/example-bodies.ts';
import { locationDocuments } from './location-document.ts';
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
    const documentOf = locationDocuments(lookup, readLocationOptions(query, context, lookup.settings));
    return responseOf(answerLocation(lookup, id, documentOf, context.now));
  },
};
