/** The schemas of v3 by the names they have in its API description. One schema is the type, the validator and the entry. */
import { z } from 'zod';
import type { Spellings } from '../../vocabulary/index.ts';

/** Every named schema of v3. */
export const v3Schemas = z.registry<{ id: string }>();

/** Gives a schema its name in the API description. */
export function component<Schema extends z.ZodType>(id: string, schema: Schema, description?: string): Schema {
  v3Schemas.add(schema, { id });
  // Descriptions stand with those of the fields.
  if (description !== undefined) z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), description });
  return schema;
}

/** No value twice. */
export function unique<Item extends z.ZodType>(items: Item) {
  return z.array(items).meta({ uniqueItems: true });
}

/** An enumeration that gains no values: both spellings of it. */
export function closed(table: Pick<Spellings, 'values' | 'published'>) {
  return z.enum([...new Set([...table.values, ...table.published])]);
}

/** An enumeration that may gain values: clients ignore those they do not know. */
export function open(table: Pick<Spellings, 'values' | 'published'>) {
  return z.string().meta({ 'x-extensible-enum': [...new Set([...table.values, ...table.published])] });
}

/** An open enumeration that is spelt the same everywhere. */
export function openPublished(values: readonly string[]) {
  return open({ values: [], published: values });
}
