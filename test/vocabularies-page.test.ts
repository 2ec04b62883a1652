import { readFileSync } from 'node:fs';
import { connectorTypes, statuses } from '@pantograph/model/vocabulary';
import { describe, expect, it } from 'vitest';
import { pagePath, vocabulariesPage } from '../tools/vocabularies-page.ts';

describe('docs/vocabularies.md', () => {
  const page = readFileSync(pagePath, 'utf8');

  it('is what the tables say (else run node tools/vocabularies-page.ts)', async () => {
    expect(page).toBe(await vocabulariesPage());
  });

  it('shows every connector type and status', () => {
    for (const row of connectorTypes) expect(page).toMatch(new RegExp(`^\\| ${String(row.id)} +\\|`, 'm'));
    for (const row of statuses) expect(page).toContain(`\`${row.status}\``);
  });
});
