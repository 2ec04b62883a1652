/** A JSON schema as a reader wants it: one line for a type, a table for an object, links instead of repetition. */
import type { Schema } from './api-description.ts';
import type { Html, HtmlContent } from './html.ts';
import { html, prose } from './html.ts';

/** Where a component's schema stands on the page. */
export function schemaAnchor(name: string): string {
  return `schema-${name}`;
}

/** The type in one line. */
export function typeLine(schema: Schema): HtmlContent {
  const { $ref, type, items, enum: values, format } = schema;
  if (typeof $ref === 'string') {
    const name = $ref.slice($ref.lastIndexOf('/') + 1);
    return html`<a href="#${schemaAnchor(name)}">${name}</a>`;
  }
  if ('const' in schema) return html`<code>${JSON.stringify(schema['const'])}</code>`;
  if (Array.isArray(values)) return html`one of ${listed(values)}`;
  const known = schema['x-extensible-enum'];
  if (Array.isArray(known)) return html`one of ${listed(known)}, and others as the list grows`;
  for (const [key, word] of alternatives) {
    const options = schema[key];
    if (Array.isArray(options)) return joined(options.filter(isSchema).map(typeLine), word);
  }
  if (isSchema(items)) return html`list of ${typeLine(items)}`;
  if (isSchema(schema['additionalProperties']) && schema['properties'] === undefined) {
    return html`by name: ${typeLine(schema['additionalProperties'])}`;
  }
  const name = Array.isArray(type) ? type.join(' or ') : typeof type === 'string' ? type : 'anything';
  return typeof format === 'string' ? `${name} (${format})` : name;
}

function listed(values: readonly unknown[]): HtmlContent {
  const texts = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  return joined(
    texts.map((text) => html`<code>${text}</code>`),
    ' ',
  );
}

const alternatives = [
  ['oneOf', ' or '],
  ['anyOf', ' or '],
  ['allOf', ' and '],
] as const;

/** Bounds, pattern and default. */
export function limits(schema: Schema): HtmlContent {
  const found = limitNames.flatMap(([key, label]) => {
    const value = schema[key];
    return value === undefined
      ? []
      : [html`${label} <code>${typeof value === 'string' ? value : JSON.stringify(value)}</code>`];
  });
  return joined(found, ', ');
}

const limitNames = [
  ['minimum', 'at least'],
  ['exclusiveMinimum', 'more than'],
  ['maximum', 'at most'],
  ['exclusiveMaximum', 'less than'],
  ['minLength', 'characters at least'],
  ['maxLength', 'characters at most'],
  ['minItems', 'entries at least'],
  ['maxItems', 'entries at most'],
  ['pattern', 'pattern'],
  ['default', 'default'],
] as const;

/** What a schema holds: a table of its properties, or its type. */
export function schemaBody(schema: Schema): Html {
  const properties = schema['properties'];
  if (!isSchema(properties)) return html`<p>${typeLine(schema)} ${limits(schema)}</p>`;
  const listed = schema['required'];
  const required = new Set<unknown>(Array.isArray(listed) ? listed : []);
  const rows = Object.entries(properties).filter((entry): entry is [string, Schema] => isSchema(entry[1]));
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Property</th>
        <th scope="col">Type</th>
        <th scope="col">Meaning</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, property]) =>
          html`<tr>
            <th scope="row"><code>${name}</code>${required.has(name) ? html` <em>required</em>` : undefined}</th>
            <td>${typeLine(property)}</td>
            <td>${prose(text(property['description']))}${limits(property)}${nested(property)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** An object that has no name of its own is shown where it is used. */
function nested(schema: Schema): HtmlContent {
  const inner = isSchema(schema['items']) ? schema['items'] : schema;
  return isSchema(inner['properties'])
    ? html`<details>
        <summary>its properties</summary>
        ${schemaBody(inner)}
      </details>`
    : undefined;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function joined(contents: readonly HtmlContent[], separator: string): HtmlContent {
  return contents.flatMap((content, index) => (index === 0 ? [content] : [separator, content]));
}
