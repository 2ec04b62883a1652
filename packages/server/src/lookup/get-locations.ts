import type { SourceInfo } from '@pantograph/model/location';
import { ChargingLocations, hasConnectorType } from '@pantograph/model/v3';
import { BodyWriter } from '../http/body-writer.ts';
import { exampleLocation } from './openapi/example-bodies.ts';
import { locationDocuments } from './location-document.ts';
import { bytesAnswer } from './lookup.ts';
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

/** Of a location with all its fields, as a rule. */
const USUAL_BYTES = 4096;

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
    const options = {
      ...readLocationOptions(query, context, lookup.settings),
      ...(connectorTypes && { connectorTypes }),
      now: context.now,
    };
    const documentOf = locationDocuments(lookup, options);
    const body = new BodyWriter((asked.length + 1) * USUAL_BYTES).text('{"items":[');
    let count = 0;
    const missingItems: string[] = [];
    const sources = new Set<SourceInfo>();
    for (const { contentId, id } of asked) {
      const site = lookup.atlas.site(contentId);
      if (site === undefined) missingItems.push(id);
      else if (connectorTypes === undefined || hasConnectorType(site, connectorTypes)) {
        const { bytes, source } = documentOf(site);
        if (count++ > 0) body.text(',');
        body.bytes(bytes);
        sources.add(source);
      }
    }
    body.text(missingItems.length === 0 ? ']}' : `],"missingItems":${JSON.stringify(missingItems)}}`);
    return bytesAnswer(body.done(), sources);
  },
};
