/** The OpenAPI 3.1 document of v2, made from its table of resources. */
import type { Site } from '@pantograph/model/location';
import { ErrorBody } from '@pantograph/model/v2';
import type { DescribedOperation } from '../../http/docs/openapi/api-outline.ts';
import { describedAnswer, jsonContent, openApiOf } from '../../http/docs/openapi/api-outline.ts';
import type { JsonObject } from '../../http/docs/openapi/json-schemas.ts';
import { componentSchemas, schemaReference } from '../../http/docs/openapi/json-schemas.ts';
import { withDescriptions } from '../../http/docs/openapi/property-descriptions.ts';
import type { LegacyResource } from '../resources.ts';
import { resources } from '../resources.ts';
import { exampleErrors } from './example-bodies.ts';
import { formatParameter, idParameter, queryParameter } from './parameters.ts';
import type { LegacySampleFacts } from './resource-descriptions.ts';
import { resourceDescriptions } from './resource-descriptions.ts';
import { legacyDescriptions, legacySchemas } from './schema-names.ts';

/** @param site that samples ask for; without one they ask for what the examples are about. */
export function legacyDocument(site: Pick<Site, 'contentId' | 'location'> | undefined): JsonObject {
  const facts = factsOf(site);
  return openApiOf({
    title: 'EV Charge Points API v2',
    version: '2.0.0',
    description:
      'The older API, kept for clients that have not moved yet: charging stations by place and by id, as JSON or as XML. ' +
      'Power is in kW. XML is the same tree; the name of its root is not in the JSON.',
    base: '/ev',
    operations: resources.flatMap((resource) =>
      resource.methods
        .filter((method) => method !== 'HEAD')
        .map((method) => operation(resource, method === 'POST' ? 'post' : 'get', facts)),
    ),
    schemas: withDescriptions(componentSchemas(legacySchemas), legacyDescriptions),
    credentials: {
      appId: { type: 'apiKey', in: 'query', name: 'app_id', description: 'Of the older kind of credentials.' },
      appCode: { type: 'apiKey', in: 'query', name: 'app_code' },
    },
    headers: {
      Deprecation: { description: 'Since when this API is deprecated (RFC 9745).', schema: { type: 'string' } },
      Link: { description: 'Where to read how to move (RFC 8288).', schema: { type: 'string' } },
    },
  });
}

function operation(resource: LegacyResource, method: 'get' | 'post', facts: LegacySampleFacts): DescribedOperation {
  const { path, parameters } = resource;
  const description = resourceDescriptions[path];
  if (description === undefined) throw new Error(`the resource ${path} of v2 is not described`);
  const { id, tag, summary, schema, example, samples } = description;
  const inBody = method === 'post' ? ['route', 'width'] : [];
  return {
    id: method === 'get' ? id : `${id}InBody`,
    method,
    path: `/${path}.{format}`,
    tag,
    summary: method === 'get' ? summary : `${summary}; the route is in the body`,
    parameters: [
      ...(path.includes('{id}') ? [idParameter(facts.id)] : []),
      formatParameter,
      ...parameters
        .filter((name) => !inBody.includes(name))
        .map((name) => queryParameter(name, name === 'route' || name === 'id')),
    ],
    ...(method === 'post' && { requestBody }),
    responses: {
      200: describedAnswer(
        'What was asked for.',
        {
          ...jsonContent(schemaReference(legacySchemas, schema), example),
          'application/xml': { schema: { type: 'string' } },
        },
        ['X-Attribution', 'Deprecation', 'Link'],
      ),
      ...errorsOf(path, method),
    },
    samples: method === 'get' ? samples(facts) : [],
  };
}

const requestBody: JsonObject = {
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: {
          route: {
            description: 'A flexible polyline, or a GeoJSON LineString, of 2 to 2000 points.',
            oneOf: [
              { type: 'string' },
              {
                type: 'object',
                properties: {
                  type: { const: 'LineString' },
                  coordinates: { type: 'array', items: { type: 'array', items: { type: 'number' }, minItems: 2 } },
                },
                required: ['type', 'coordinates'],
              },
            ],
          },
          width: { type: 'number', description: 'Metres.', minimum: 1, maximum: 50_000, default: 1000 },
        },
        required: ['route'],
      },
      example: {
        route: {
          type: 'LineString',
          coordinates: [
            [4.3571, 52.0116],
            [4.2888, 52.0786],
          ],
        },
        width: 2000,
      },
    },
  },
};

function errorsOf(path: string, method: 'get' | 'post'): Readonly<Record<string, JsonObject>> {
  const absent = [...(path.includes('{id}') ? [] : ['404']), ...(method === 'post' ? [] : ['413'])];
  const refused = (example: ErrorBody): JsonObject =>
    describedAnswer(example.Type, jsonContent(schemaReference(legacySchemas, ErrorBody), example));
  return {
    ...Object.fromEntries(
      Object.entries(exampleErrors)
        .filter(([status]) => !absent.includes(status))
        .map(([status, example]) => [status, refused(example)]),
    ),
    default: refused({ Type: 'Error', Message: ['Any other refusal.'] }),
  };
}

function factsOf(site: Pick<Site, 'contentId' | 'location'> | undefined): LegacySampleFacts {
  if (site === undefined) return { id: 'pan0-6N1cT0qkYx3mWb7hR2sVfg', at: '52.5219,13.4132' };
  const { latitude, longitude } = site.location.coordinates;
  return { id: site.contentId, at: `${latitude},${longitude}` };
}
