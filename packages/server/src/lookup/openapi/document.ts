/** The OpenAPI 3.1 document of the surface, made from its operations and schemas. */
import { ErrorResponse, GenericErrorResponse, HealthResponse } from '@pantograph/model/v3';
import type { Operation, SampleFacts } from '../operation.ts';
import type { Parameter } from '../parameter.ts';
import { API_VERSION } from './api-version.ts';
import { exampleErrors, exampleGenericErrors } from './example-bodies.ts';
import type { JsonObject } from './json-schemas.ts';
import { componentSchemas, inlineSchema, schemaReference } from './json-schemas.ts';

export function openApiDocument(operations: readonly Operation[], facts: SampleFacts): JsonObject {
  return {
    openapi: '3.1.0',
    info: {
      title: 'EV Charge Points API v3',
      version: API_VERSION,
      description:
        'Charging locations by identifier: live status, connectors, prices, opening hours. What is not known is left ' +
        'out. Enumerations come in two spellings, chosen by `enums`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/v3' }],
    tags: [...new Set(operations.map((operation) => operation.tag))].map((name) => ({ name })),
    security: [{ bearer: [] }, { apiKey: [] }],
    paths: Object.fromEntries(operations.map((operation) => [operation.path, { get: describe(operation, facts) }])),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        apiKey: { type: 'apiKey', in: 'query', name: 'apiKey' },
      },
      headers: {
        'X-Correlation-ID': { description: 'Made for this request by the server.', schema: { type: 'string' } },
        'X-Request-ID': { description: "The caller's own, sent back.", schema: { type: 'string' } },
        'X-Attribution': { description: 'Credits that the sources of the data ask for.', schema: { type: 'string' } },
      },
      schemas: componentSchemas(),
    },
  };
}

function describe(operation: Operation, facts: SampleFacts): JsonObject {
  const { name, tag, summary, parameters } = operation;
  return {
    operationId: name,
    tags: [tag],
    summary,
    parameters: [
      { name: 'X-Request-ID', in: 'header', description: 'Sent back.', schema: { type: 'string' } },
      ...(operation.path.includes('{id}') ? [idParameter(facts)] : []),
      ...parameters.map(describeParameter),
    ],
    responses: responses(operation),
    'x-codeSamples': operation.samples(facts).map(({ label, path }) => ({
      lang: 'Shell',
      label,
      source: `curl --globoff "$BASE_URL${path}"`,
    })),
  };
}

function idParameter({ id }: SampleFacts): JsonObject {
  return {
    name: 'id',
    in: 'path',
    required: true,
    description: 'Identifier of a location; only what follows the last colon counts.',
    schema: { type: 'string', pattern: '(([^:]*:)*)(.*)' },
    example: id,
  };
}

function describeParameter({ name, description, form, schema, required, example }: Parameter): JsonObject {
  return {
    name,
    in: 'query',
    description,
    ...(required === true && { required }),
    ...(form === 'commas' && { style: 'form', explode: false }),
    ...(form === 'repeated' && { style: 'form', explode: true }),
    schema: inlineSchema(schema),
    example: form === 'integer' ? Number(example) : form === 'text' ? example : example.split(','),
  };
}

function responses({ name, success, errors }: Operation): JsonObject {
  const { schema, description, example, alsoAs = [] } = success;
  const json = { schema: schema === undefined ? { type: 'object' } : schemaReference(schema) };
  const refused = (status: 401 | 403 | 405) =>
    response(exampleGenericErrors[status].error, schemaReference(GenericErrorResponse), exampleGenericErrors[status]);
  const failed = (status: 400 | 404 | 500 | 503) =>
    name === 'getHealth'
      ? response('It does not.', schemaReference(HealthResponse), { status: 'fail', message: 'The store is closed' })
      : response(exampleErrors[status].title, schemaReference(ErrorResponse), exampleErrors[status]);
  return {
    200: {
      description,
      headers: {
        ...echoed,
        'X-Attribution': { $ref: '#/components/headers/X-Attribution' },
      },
      content: {
        'application/json': { ...json, ...(example !== undefined && { example }) },
        ...Object.fromEntries(alsoAs.map((type) => [type, { schema: { type: 'string' } }])),
      },
    },
    ...Object.fromEntries(errors.map((status) => [status, status === 403 ? refused(status) : failed(status)])),
    401: refused(401),
    default: refused(405),
  };
}

const echoed = {
  'X-Correlation-ID': { $ref: '#/components/headers/X-Correlation-ID' },
  'X-Request-ID': { $ref: '#/components/headers/X-Request-ID' },
};

function response(description: string, schema: JsonObject, example: unknown): JsonObject {
  return { description, headers: echoed, content: { 'application/json': { schema, example } } };
}
