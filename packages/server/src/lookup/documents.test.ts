/** docs/v3.md and spec/golden/v3/openapi.json keep up with the contract and with the code. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { openApiDocument, operations } from './index.ts';

const root = new URL('../../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

const contract = JSON.parse(read('spec/golden/v3/contract.json')) as {
  readonly endpoints: object;
  readonly parameters: readonly string[];
  readonly fields: readonly string[];
  readonly tariffValues: readonly string[];
  readonly schemas: Readonly<Record<string, object>>;
  readonly errors: object;
  readonly deviations: object;
};
const enumerations = JSON.parse(read('spec/golden/v3/enumerations.json')) as object;

describe('docs/v3.md', () => {
  const rows = new Set(Array.from(read('docs/v3.md').matchAll(/^\| `?(.+?)`? +\|/gm), ([, first]) => first));

  it.each([
    ['endpoint', Object.keys(contract.endpoints)],
    ['parameter', contract.parameters],
    ['field group', contract.fields],
    ['tariff value', contract.tariffValues],
    [
      'schema',
      Object.entries(contract.schemas).flatMap(([name, fields]) =>
        Object.keys(fields).map((field) => `${name}.${field}`),
      ),
    ],
    ['enumeration', Object.keys(enumerations)],
    ['error', Object.keys(contract.errors)],
    ['deviation', Object.keys(contract.deviations)],
  ])('has a row for each %s', (_, names) => {
    expect(names.filter((name) => !rows.has(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(0);
  });
});

describe('spec/golden/v3/openapi.json', () => {
  it('is the description of this surface (vitest -u writes it anew)', async () => {
    const facts = {
      id: 'here:evcp:charginglocation:pan0-A',
      ids: ['pan0-A', 'pan0-B'],
      connectorType: 'MCS',
      countryCode: 'DEU',
    };
    const text = await format(JSON.stringify(openApiDocument(operations, facts)), { parser: 'json', printWidth: 120 });
    await expect(text).toMatchFileSnapshot(fileURLToPath(new URL('spec/golden/v3/openapi.json', root)));
  });
});
