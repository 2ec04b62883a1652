import { readFileSync } from 'node:fs';
import { refusalCatalogue } from '@pantograph/server';
import { describe, expect, it } from 'vitest';
import { errorsPage, pagePath } from '../tools/errors-page.ts';

describe('docs/errors.md', () => {
  const page = readFileSync(pagePath, 'utf8');

  it('is what the catalogue says (else run node tools/errors-page.ts)', async () => {
    expect(page).toBe(await errorsPage());
  });

  it('has a heading for every code, which is what problem details lead to', () => {
    for (const code of Object.keys(refusalCatalogue)) expect(page).toContain(`\n## ${code}\n`);
  });
});
