/** A TypeScript module for one API description: a type for each schema, and one for the query of each operation. */
import type { Schema } from './schema-type.ts';
import { docs, member, members, schemaType } from './schema-type.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly schema: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
}

export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, { readonly get?: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** @param source where the description stands, for the note at the top */
export function moduleOf({ info, paths, components }: ApiDocument, source: string): string {
  const operations = Object.values(paths).flatMap(({ get }) => (get === undefined ? [] : [get]));
  return [
    `/** ${info.title}, ${info.version}. Generated from ${source} by \`node tools/client-types.ts\`; edit neither. */`,
    ...Object.entries(components.schemas).map(([name, schema]) => declaration(name, schema)),
    ...operations.flatMap(queryType),
    `/** Lists that stand in a query once for each value; the others have commas between theirs. */`,
    `export const repeatedParameters: readonly string[] = ${JSON.stringify(repeated(operations))};`,
  ].join('\n\n');
}

function declaration(name: string, schema: Schema): string {
  const about = docs(schema['description']);
  return schema['type'] === 'object' && schema['properties'] !== undefined
    ? `${about}export interface ${name} {\n${members(schema, 'mutable')}}`
    : `${about}export type ${name} = ${schemaType(schema, 'mutable')};`;
}

function queryType({ operationId, summary, parameters }: Operation): string[] {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  if (query.length === 0) return [];
  const name = `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}Query`;
  const fields = query.map(({ name: field, description, required, schema }) =>
    member(
      field,
      { ...schema, ...(description !== undefined && { description }) },
      { required: required === true, lists: 'readonly' },
    ),
  );
  return [`${docs(`${summary}.`)}export interface ${name} {\n${fields.join('')}}`];
}

function repeated(operations: readonly Operation[]): string[] {
  const names = operations.flatMap(({ parameters }) =>
    parameters
      .filter(({ schema, style, explode }) => schema['type'] === 'array' && style === 'form' && explode === true)
      .map(({ name }) => name),
  );
  return [...new Set(names)];
}
