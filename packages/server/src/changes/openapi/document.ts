/** The OpenAPI 3.1 document of `/changes` and `/events`. */
import type { Site } from '@pantograph/model/location';
import type { DescribedOperation } from '../../http/docs/openapi/api-outline.ts';
import { describedAnswer, openApiOf } from '../../http/docs/openapi/api-outline.ts';
import type { JsonObject } from '../../http/docs/openapi/json-schemas.ts';
import { componentSchemas, inlineSchema, schemaReference } from '../../http/docs/openapi/json-schemas.ts';
import {
  connectorTypesParameter,
  enumsParameter,
  idsParameter,
  tariffParameter,
} from '../../lookup/location-parameters.ts';
import type { Parameter } from '../../lookup/parameter.ts';
import { MOST_LIMIT, USUAL_LIMIT } from '../limits.ts';
import { changeFieldsParameter } from '../view.ts';
import { Problem, changeRecords, changeSchemas } from './record-schemas.ts';

const VERSION = '1.0.0';

/** @param site that samples ask for; without one they ask for everything. */
export function changesDocument(site: Pick<Site, 'contentId'> | undefined): JsonObject {
  const ids = site === undefined ? '' : `?ids=${site.contentId}`;
  return openApiOf({
    title: 'Changes',
    version: VERSION,
    description:
      'What is shown otherwise since a cursor, for those who keep a copy: as pages, and as a stream of events. Records ' +
      'say how places are now. Nothing is lost; a place that changes while you read may come again.',
    base: '/',
    operations: [changes(ids), events()],
    schemas: componentSchemas(changeSchemas),
    headers: {
      'X-Cursor': { description: 'Where to go on.', schema: { type: 'string' } },
      'X-More': { description: 'Whether something waits there already.', schema: { type: 'boolean' } },
    },
  });
}

const since = {
  name: 'since',
  in: 'query',
  description: 'A cursor of an earlier answer, as it stands.',
  schema: { type: 'string', minLength: 1 },
};

const limit = {
  name: 'limit',
  in: 'query',
  description: 'Records of a page; EVSEs of one place stay together, so that a few more may come.',
  schema: { type: 'integer', minimum: 1, maximum: MOST_LIMIT, default: USUAL_LIMIT },
  example: 100,
};

const filters: readonly JsonObject[] = [
  {
    name: 'in',
    in: 'query',
    description: 'An area as /v1/browse takes it: bbox, circle, polygon, or countryCode; one area and one countryCode.',
    style: 'form',
    explode: true,
    schema: { type: 'array', items: { type: 'string' }, maxItems: 2 },
    example: ['circle:52.0116,4.3571;r=5000'],
  },
  described(idsParameter, false),
  {
    name: 'operators',
    in: 'query',
    description: 'Names or partner ids of operators or sub-operators.',
    style: 'form',
    explode: false,
    schema: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 100 },
    example: ['Voltstad'],
  },
  described(
    { ...connectorTypesParameter, description: 'Places that have a connector of one of these standards.' },
    false,
  ),
  described(changeFieldsParameter, false),
  described(tariffParameter, false),
  described(enumsParameter, false),
];

function changes(ids: string): DescribedOperation {
  return {
    id: 'getChanges',
    method: 'get',
    path: '/changes',
    tag: 'Changes',
    summary: 'What has changed since a cursor; without one, everything',
    description: 'One JSON object a line. The last line says where to go on.',
    parameters: [{ ...since, description: `${since.description} Without it, a full read begins.` }, limit, ...filters],
    responses: {
      200: describedAnswer(
        'A page of records.',
        {
          'application/x-ndjson': {
            schema: { oneOf: changeRecords.map((one) => schemaReference(changeSchemas, one)) },
          },
        },
        ['X-Attribution', 'X-Cursor', 'X-More'],
      ),
      ...refusals,
    },
    samples: [{ label: 'A full read begins', path: `/changes${ids}` }],
  };
}

function events(): DescribedOperation {
  return {
    id: 'getEvents',
    method: 'get',
    path: '/events',
    tag: 'Changes',
    summary: 'What changes from now on, or from a cursor on, as server-sent events',
    description:
      'Events are named location, status, removal and alias; their data is a record as /changes has it, their id its cursor.',
    parameters: [
      { ...since, description: `${since.description} Without it, the stream begins now.` },
      {
        name: 'Last-Event-ID',
        in: 'header',
        description: 'The id of the last event; counts before `since`.',
        schema: { type: 'string' },
      },
      ...filters,
    ],
    responses: {
      200: describedAnswer('A stream that does not end.', { 'text/event-stream': { schema: { type: 'string' } } }, [
        'X-Attribution',
      ]),
      ...refusals,
    },
    // A sample that never ends is none.
    samples: [],
  };
}

const refusals: Readonly<Record<string, JsonObject>> = Object.fromEntries(
  (
    [
      ['400', 'A parameter is wrong, or none of this path.'],
      ['401', 'A key is needed, or is none of this server.'],
      ['403', 'The key has no right to a field group.'],
      ['405', 'Neither GET nor HEAD.'],
      ['410', 'The cursor belongs to another store, or to a past that is gone: begin anew without `since`.'],
      ['429', 'The rate is used up, or as many streams are open as there may be.'],
      ['500', 'A fault of this server.'],
      ['503', 'This server cannot answer now.'],
    ] as const
  ).map(([status, description]) => [
    status,
    describedAnswer(description, { 'application/problem+json': { schema: schemaReference(changeSchemas, Problem) } }),
  ]),
);

function described({ name, description, form, schema, example }: Parameter, required: boolean): JsonObject {
  const isList = form === 'commas' || form === 'repeated';
  return {
    name,
    in: 'query',
    description,
    ...(required && { required }),
    ...(isList && { style: 'form', explode: form === 'repeated' }),
    schema: inlineSchema(schema),
    example: isList ? example.split(',') : example,
  };
}
