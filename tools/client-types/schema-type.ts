/** TypeScript for a JSON schema of our API descriptions. Throws for what they do not use, so that nothing becomes `unknown` in silence. */
export type Schema = Readonly<Record<string, unknown>>;

/** How lists are typed: of what is sent the caller keeps his own, what is received is his. */
export type ListKind = 'readonly' | 'mutable';

export function schemaType(schema: Schema, lists: ListKind): string {
  const { $ref, type, enum: values, oneOf, anyOf } = schema;
  if (typeof $ref === 'string') return $ref.slice($ref.lastIndexOf('/') + 1);
  if ('const' in schema) return JSON.stringify(schema['const']);
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' | ');
  const known = schema['x-extensible-enum'];
  // Known values are completed by editors, others are allowed: the list may grow.
  if (Array.isArray(known)) return [...known.map((value) => JSON.stringify(value)), '(string & {})'].join(' | ');
  const options = oneOf ?? anyOf;
  if (Array.isArray(options)) return options.map((option) => schemaType(option as Schema, lists)).join(' | ');
  switch (type) {
    case 'string':
    case 'boolean':
      return type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return listType(schema, lists);
    case 'object':
      return objectType(schema, lists);
    case undefined:
      if (Object.keys(schema).every((key) => key === 'description')) return 'unknown';
  }
  throw new Error(`no type for the schema ${JSON.stringify(schema)}`);
}

function listType({ items, prefixItems }: Schema, lists: ListKind): string {
  const modifier = lists === 'readonly' ? 'readonly ' : '';
  if (Array.isArray(prefixItems)) {
    return `${modifier}[${prefixItems.map((item) => schemaType(item as Schema, lists)).join(', ')}]`;
  }
  const item = schemaType((items ?? {}) as Schema, lists);
  return `${modifier}${/[ |]/.test(item) ? `(${item})` : item}[]`;
}

function objectType(schema: Schema, lists: ListKind): string {
  const { properties, additionalProperties } = schema;
  if (properties !== undefined) return `{\n${members(schema, lists)}}`;
  if (typeof additionalProperties === 'object') {
    return `Record<string, ${schemaType(additionalProperties as Schema, lists)}>`;
  }
  return 'Record<string, unknown>';
}

/** The inside of an interface. */
export function members({ properties, required = [] }: Schema, lists: ListKind): string {
  return Object.entries(properties as Readonly<Record<string, Schema>>)
    .map(([name, schema]) => member(name, schema, { required: (required as string[]).includes(name), lists }))
    .join('');
}

export function member(
  name: string,
  schema: Schema,
  { required, lists }: { readonly required: boolean; readonly lists: ListKind },
): string {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  const type = schemaType(schema, lists);
  const modifier = lists === 'readonly' ? 'readonly ' : '';
  // What is sent may be spelt out as absent.
  const absent = !required && lists === 'readonly' ? ' | undefined' : '';
  return `${docs(schema['description'])}${modifier}${key}${required ? '' : '?'}: ${type}${absent};\n`;
}

export function docs(description: unknown): string {
  return typeof description === 'string' ? `/** ${description.replaceAll('*/', '*\u200b/')} */\n` : '';
}
