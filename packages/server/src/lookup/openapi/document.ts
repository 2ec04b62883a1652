/** The OpenAPI 3.1 document of the surface, made from its operations and schemas. */
import { ErrorResponse, GenericErrorResponse, HealthResponse, v3Schemas } from '@pantograph/model/v3';
import { describedAnswer, jsonContent, openApiOf } from '../../http/docs/openapi/api-outline.ts';
import type { JsonObject } from '../../http/docs/openapi/json-schemas.ts';
import { componentSchemas, inlineSchema, schemaReference } from '../../http/docs/openapi/json-schemas.ts';
import type { Operation, SampleFacts } from '../operation.ts';
import type { Parameter } from '../parameter.ts';
import { API_VERSION } from './api-version.ts';
import { exampleErrors, exampleGenericErrors } from './example-bodies.ts';

export function openApiDocument(operations: readonly Operation[], facts: SampleFacts): JsonObject {
  return openApiOf({
    title: 'EV Charge Points API v3',
    version: API_VERSION,
    description:
      'Charging locations by identifier: live status, connectors, prices, opening hours. What is not known is left ' +
      'out. Enumerations come in two spellings, chosen by `enums`.',
    base: '/v3',
    operations: operations.map((operation) => ({
      id: operation.name,
      method: 'get',
      path: operation.path,
      tag: operation.tag,
      summary: operation.summary,
      parameters: [
        ...(operation.path.includes('{id}') ? [idParameter(facts)] : []),
        ...operation.parameters.map(describeParameter),
      ],
      responses: responses(operation),
      samples: operation.samples(facts),
    })),
    schemas: componentSchemas(v3Schemas),
  });
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

function responses({ name, success, errors }: Operation): Readonly<Record<string, JsonObject>> {
  const { schema, description, example, alsoAs = [] } = success;
  const reference = schema === undefined ? { type: 'object' } : schemaReference(v3Schemas, schema);
  const refused = (status: 401 | 403 | 405) =>
    answer(exampleGenericErrors[status].error, GenericErrorResponse, exampleGenericErrors[status]);
  const failed = (status: 400 | 404 | 500 | 503) =>
    name === 'getHealth'
      ? answer('It does not.', HealthResponse, { status: 'fail', message: 'The store is closed' })
      : answer(exampleErrors[status].title, ErrorResponse, exampleErrors[status]);
  const texts = Object.fromEntries(alsoAs.map((type) => [type, { schema: { type: 'string' } }]));
  return {
    200: describedAnswer(description, { ...jsonContent(reference, example), ...texts }, ['X-Attribution']),
    ...Object.fromEntries(errors.map((status) => [status, status === 403 ? refused(status) : failed(status)])),
    401: refused(401),
    default: refused(405),
  };
}

function answer(
  description: string,
  schema: typeof ErrorResponse | typeof GenericErrorResponse | typeof HealthResponse,
  example: unknown,
): JsonObject {
  return describedAnswer(description, jsonContent(schemaReference(v3Schemas, schema), example));
}
