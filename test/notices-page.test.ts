import { readFileSync } from 'node:fs';
import { noticeCatalogue } from '@pantograph/model/notice';
import { describe, expect, it } from 'vitest';
import { noticesPage, pagePath } from '../tools/notices-page.ts';

describe('docs/notices.md', () => {
  const page = readFileSync(pagePath, 'utf8');

  it('is what the catalogue says (else run node tools/notices-page.ts)', async () => {
    expect(page).toBe(await noticesPage());
  });

  it('shows every code', () => {
    for (const code of Object.keys(noticeCatalogue)) expect(page).toMatch(new RegExp(`^\\| \`${code}\` +\\|`, 'm'));
  });
});
