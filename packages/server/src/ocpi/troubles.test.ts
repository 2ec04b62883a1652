/** docs/ocpi.md says of every trouble what we do; the tests that it names are there. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../../', import.meta.url);
const page = readFileSync(new URL('docs/ocpi.md', root), 'utf8');
const table = /<!-- troubles:.*-->\n([^]*?)<!-- end of troubles -->/.exec(page)?.[1] ?? '';
const rows = table
  .trim()
  .split('\n')
  .slice(2)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** A file is named from the root, or from `packages`. */
function fileNamed(name: string): URL {
  return new URL(name.startsWith('spec/') ? name : `packages/${name}`, root);
}

describe('the troubles of docs/ocpi.md', () => {
  it('are all complaints there are, and what else is known to come', () => {
    const kinds = rows.map(([kind]) => kind);
    expect(kinds.filter((kind) => kind?.startsWith('pain'))).toEqual(
      Array.from({ length: 20 }, (_, index) => `pain ${String(index + 1)}`),
    );
    expect(new Set(kinds.filter((kind) => !kind?.startsWith('pain')))).toEqual(new Set(['guard', 'input', 'client']));
    for (const row of rows) expect(row.filter((cell) => cell !== '')).toHaveLength(4);
  });

  it.each(rows.map(([kind = '', what = '', , tests = '']) => [`${kind}: ${what}`, tests] as const))(
    '%s: its tests are there',
    (_, tests) => {
      for (const named of tests.split('<br>')) {
        const [, file = '', titles = ''] = /^`([^`]+)`: (.+)$/.exec(named) ?? [];
        expect(existsSync(fileNamed(file)), `${named} names a file`).toBe(true);
        const text = readFileSync(fileNamed(file), 'utf8');
        for (const title of titles.split(' > ')) expect(text, file).toContain(title);
      }
    },
  );
});
