/** JSON Schema 2020-12, which OpenAPI 3.1 speaks, from the zod schemas that are also the types and the readers. */
import { z } from 'zod';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The schemas of an API by the names they have in its description. */
export type SchemaNames = z.core.$ZodRegistry<{ id: string }>;

export function schemaReference(names: SchemaNames, schema: z.ZodType): JsonObject {
  const id = names.get(schema)?.id;
  if (id === undefined) throw new Error('the schema has no name in the API description');
  return { $ref: `#/components/schemas/${id}` };
}

/**
 * Every named schema. As input: what clients are handed may grow, so that objects are left open.
 */
export function componentSchemas(names: SchemaNames): Record<string, JsonObject> {
  const { schemas } = z.toJSONSchema(names, { io: 'input', uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, schema]) => [id, withoutIdentity(schema)]),
  );
}

/** Of a parameter; nothing in it has a name. */
export function inlineSchema(schema: z.ZodType): JsonObject {
  return withoutIdentity(z.toJSONSchema(schema, { io: 'input' }));
}

/** `$schema` and `$id` belong to documents of their own. */
function withoutIdentity(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));
}
