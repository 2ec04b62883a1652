/** The page of the package says what the package has. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as door from '../src/index.ts';

const page = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const client = door.createClient({ baseUrl: 'http://localhost' });

it.each([
  ['method', Object.keys(client).filter((name) => name !== 'v2')],
  ['method of v2', Object.keys(client.v2).map((name) => `v2.${name}`)],
  ['export', Object.keys(door)],
])('every %s', (_, names) => {
  expect(names.filter((name) => !new RegExp(`\\b${name.replace('.', '\\.')}\\b`).test(page))).toEqual([]);
  expect(names.length).toBeGreaterThan(8);
});
