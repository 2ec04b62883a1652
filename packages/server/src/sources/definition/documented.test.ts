import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SourceDefinition } from './source-definition.ts';
import { readSourcesFile } from './read-sources-file.ts';

const page = readFileSync(new URL('../../../../../docs/sources.md', import.meta.url), 'utf8');

/** The names in the first column of the page's tables. */
const rows = new Set(
  Array.from(page.matchAll(/^\| (.+?) +\|/gm), ([, first = '']) => first).flatMap((first) =>
    Array.from(first.matchAll(/`([^` ]+)`/g), ([, name]) => name),
  ),
);

/** Keys of the schema and of the objects in it. */
function keysOf(schema: unknown): readonly string[] {
  const inner = unwrapped(schema);
  if (typeof inner !== 'object' || inner === null || !('shape' in inner)) return [];
  return Object.entries(inner.shape as Record<string, unknown>).flatMap(([key, value]) =>
    key === 'token' ? [key] : [key, ...keysOf(value)],
  );
}

function unwrapped(schema: unknown): unknown {
  let at = schema;
  while (typeof at === 'object' && at !== null && 'unwrap' in at && typeof at.unwrap === 'function') {
    at = (at as { unwrap: () => unknown }).unwrap();
  }
  return at;
}

describe('docs/sources.md', () => {
  it('has a row for each key', () => {
    const keys = new Set(SourceDefinition.options.flatMap(keysOf));
    expect(keys.size).toBeGreaterThan(20);
    expect([...keys].filter((key) => !rows.has(key))).toEqual([]);
  });

  it('shows a file that can be read', () => {
    const [, example = ''] = /```yaml\n([\s\S]+?)```/.exec(page) ?? [];
    expect(readSourcesFile(example, 'docs/sources.md').map(({ name }) => name)).toEqual(['ndw', 'cpo', 'acme']);
  });
});
