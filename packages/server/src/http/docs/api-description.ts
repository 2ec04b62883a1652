/** The parts of an OpenAPI 3.1 document that its page shows. Read leniently: what is not there is not shown. */
import { z } from 'zod';

const reference = z.object({ $ref: z.string() });
const schema = z.record(z.string(), z.unknown());
export type Schema = Readonly<z.infer<typeof schema>>;

const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  required: z.boolean().optional(),
  description: z.string().optional(),
  deprecated: z.boolean().optional(),
  schema: schema.optional(),
  example: z.unknown().optional(),
  explode: z.boolean().optional(),
  style: z.string().optional(),
});
export type Parameter = Readonly<z.infer<typeof parameter>>;

const mediaTypes = z.record(
  z.string(),
  z.object({
    schema: schema.optional(),
    example: z.unknown().optional(),
    examples: z.record(z.string(), z.object({ value: z.unknown().optional() })).optional(),
  }),
);
export type MediaTypes = Readonly<z.infer<typeof mediaTypes>>;

const response = z.object({ description: z.string().optional(), content: mediaTypes.optional() });
export type ApiResponse = Readonly<z.infer<typeof response>>;

const operation = z.object({
  operationId: z.string().optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  deprecated: z.boolean().optional(),
  parameters: z.array(z.union([reference, parameter])).optional(),
  requestBody: z.object({ description: z.string().optional(), content: mediaTypes.optional() }).optional(),
  responses: z.record(z.string(), z.union([reference, response])).optional(),
});
export type Operation = Readonly<z.infer<typeof operation>>;

const pathItem = z.object({
  get: operation.optional(),
  post: operation.optional(),
  put: operation.optional(),
  patch: operation.optional(),
  delete: operation.optional(),
  parameters: z.array(z.union([reference, parameter])).optional(),
});
export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

const apiDescription = z.object({
  openapi: z.string(),
  info: z.object({ title: z.string(), version: z.string(), description: z.string().optional() }),
  servers: z.array(z.object({ url: z.string() })).optional(),
  tags: z.array(z.object({ name: z.string(), description: z.string().optional() })).optional(),
  paths: z.record(z.string(), pathItem).optional(),
  components: z
    .object({
      schemas: z.record(z.string(), schema).optional(),
      parameters: z.record(z.string(), parameter).optional(),
      responses: z.record(z.string(), response).optional(),
    })
    .optional(),
});
export type ApiDescription = Readonly<z.infer<typeof apiDescription>>;

export function readApiDescription(document: unknown): ApiDescription {
  return apiDescription.parse(document);
}

/** A parameter or response that stands in place or among the components. */
export function resolve<T extends object>(
  value: T | z.infer<typeof reference>,
  among: Readonly<Record<string, T>> | undefined,
): T | undefined {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return value as T;
  return among?.[value.$ref.slice(value.$ref.lastIndexOf('/') + 1)];
}

/** A parameter that is an object as callers write it: one for each property, `name[property]`. */
export function eachField(given: Parameter): readonly Parameter[] {
  const properties = given.style === 'deepObject' ? schema.optional().parse(given.schema?.['properties']) : undefined;
  if (properties === undefined) return [given];
  return Object.entries(properties).map(([property, value]) => {
    const { description, ...rest } = schema.parse(value);
    return {
      name: `${given.name}[${property}]`,
      in: given.in,
      schema: rest,
      ...(typeof description === 'string' && { description }),
    };
  });
}
