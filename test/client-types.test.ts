import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { moduleOf } from '../tools/client-types/module-of.ts';
import { clientTypes } from '../tools/client-types.ts';

it('the types of the client are what our API descriptions say (else run node tools/client-types.ts)', async () => {
  const modules = await clientTypes();
  expect(modules).toHaveLength(4);
  for (const { path, text } of modules) expect(readFileSync(path, 'utf8')).toBe(text);
});

const info = { title: 'Things', version: '1' };
const typed = (schema: object) => moduleOf({ info, paths: {}, components: { schemas: { Thing: { ...schema } } } }, 'x');

it.each([
  [{ type: 'array', items: { type: 'array', items: { enum: ['a', 'b'] } } }, 'type Thing = (("a" | "b")[])[];'],
  [{ type: 'string', 'x-extensible-enum': ['a'] }, 'type Thing = "a" | (string & {});'],
  [{ type: 'array', prefixItems: [{ type: 'number' }, { const: 1 }] }, 'type Thing = [number, 1];'],
  [{ type: 'object', additionalProperties: { type: 'integer' } }, 'type Thing = Record<string, number>;'],
  [{ anyOf: [{ $ref: '#/components/schemas/A' }, { type: 'boolean' }] }, 'type Thing = A | boolean;'],
  [
    { type: 'object', required: ['a'], properties: { a: { type: 'string' }, 'b-c': { description: 'Why.' } } },
    'interface Thing {\na: string;\n/** Why. */\n"b-c"?: unknown;\n}',
  ],
])('types %j', (schema, text) => {
  expect(typed(schema)).toContain(`export ${text}`);
});

it('refuses a schema that it has no type for, rather than to guess', () => {
  expect(() => typed({ type: 'null' })).toThrow('no type');
  expect(() => typed({ allOf: [] })).toThrow('no type');
});
