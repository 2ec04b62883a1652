/** An OpenAPI 3.1 document from what one API has of its own: the frame is the same for all of them. */
import type { JsonObject } from './json-schemas.ts';

export interface Sample {
  readonly label: string;
  /** Path and query. */
  readonly path: string;
}

export interface DescribedOperation {
  readonly id: string;
  readonly method: 'get' | 'post';
  /** Below the base of the API. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly parameters: readonly JsonObject[];
  readonly requestBody?: JsonObject;
  /** By HTTP status. */
  readonly responses: Readonly<Record<string, JsonObject>>;
  readonly samples: readonly Sample[];
}

export interface ApiOutline {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  /** Path of the API on every server. */
  readonly base: string;
  readonly operations: readonly DescribedOperation[];
  readonly schemas: Readonly<Record<string, JsonObject>>;
  /** Beside a bearer token and `apiKey`; parts of one way to prove oneself go together. */
  readonly credentials?: Readonly<Record<string, JsonObject>>;
  /** Beside those that every answer may have. */
  readonly headers?: Readonly<Record<string, JsonObject>>;
}

export function openApiOf(outline: ApiOutline): JsonObject {
  const { title, version, description, base, operations, schemas, credentials, headers } = outline;
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  const together = Object.fromEntries(Object.keys(credentials ?? {}).map((name) => [name, []]));
  return {
    openapi: '3.1.0',
    info: { title, version, description, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: base }],
    tags: [...new Set(operations.map((operation) => operation.tag))].map((name) => ({ name })),
    security: [{ bearer: [] }, { apiKey: [] }, ...(credentials === undefined ? [] : [together])],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        apiKey: { type: 'apiKey', in: 'query', name: 'apiKey' },
        ...credentials,
      },
      headers: {
        'X-Correlation-ID': { description: 'Made for this request by the server.', schema: { type: 'string' } },
        'X-Request-ID': { description: "The caller's own, sent back.", schema: { type: 'string' } },
        'X-Attribution': { description: 'Credits that the sources of the data ask for.', schema: { type: 'string' } },
        ...headers,
      },
      schemas,
    },
  };
}

function describe(operation: DescribedOperation): JsonObject {
  const { id, tag, summary, description, deprecated, parameters, requestBody, responses, samples } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(deprecated !== undefined && { deprecated }),
    parameters: [
      { name: 'X-Request-ID', in: 'header', description: 'Sent back.', schema: { type: 'string' } },
      ...parameters,
    ],
    ...(requestBody !== undefined && { requestBody }),
    responses,
    'x-codeSamples': samples.map(({ label, path }) => ({
      lang: 'Shell',
      label,
      source: `curl --globoff "$BASE_URL${path}"`,
    })),
  };
}

const echoed = ['X-Correlation-ID', 'X-Request-ID'];

/** @param headers beside the two that every answer has, by their names among the components */
export function describedAnswer(description: string, content: JsonObject, headers: readonly string[] = []): JsonObject {
  const named = [...echoed, ...headers].map((name) => [name, { $ref: `#/components/headers/${name}` }]);
  return { description, headers: Object.fromEntries(named), content };
}

export function jsonContent(schema: JsonObject, example: unknown): JsonObject {
  return { 'application/json': { schema, ...(example !== undefined && { example }) } };
}
