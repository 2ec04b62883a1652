import { ChargingLocations } from '@pantograph/model/v3';
import { responseOf } from '../http/answer.ts';
import { answerLocations } from './answer-locations.ts';
import { exampleLocation } from './openapi/example-bodies.ts';
import { locationDocuments } from './location-document.ts';
import {
  connectorTypesParameter,
  daysParameter,
  enumsParameter,
  fieldsParameter,
  idsParameter,
  readConnectorTypes,
  readIds,
  readLocationOptions,
  tariffParameter,
} from './location-parameters.ts';
import type { Asked, Operation } from './operation.ts';

export const getLocations: Operation = {
  name: 'getLocations',
  path: '/locations',
  tag: 'Charging Location Lookup',
  summary: 'Several charging locations by their identifiers',
  parameters: [idsParameter, fieldsParameter, daysParameter, tariffParameter, connectorTypesParameter, enumsParameter],
  success: {
    schema: ChargingLocations,
    description: 'Those that exist, in the order asked for, and the identifiers of those that do not.',
    example: { items: [exampleLocation], missingItems: ['here:evcp:charginglocation:unheard-of'] },
  },
  errors: [400, 403, 500, 503],
  samples: ({ ids, connectorType }) => [
    { label: 'Several at once', path: `/v3/locations?ids=${ids.join(',')}` },
    {
      label: 'Live status of one plug',
      path: `/v3/locations?ids=${ids.join(',')}&fields=evses,connectorGroups&connectorTypes=${connectorType}`,
    },
  ],
  answer({ query, context, lookup }: Asked) {
    const asked = readIds(query);
    const connectorTypes = readConnectorTypes(query);
    const options = readLocationOptions(query, context, lookup.settings);
    const documentOf = locationDocuments(lookup, { ...options, ...(connectorTypes && { connectorTypes }) });
    return responseOf(answerLocations(lookup, asked, documentOf, context.now, connectorTypes));
  },
};
