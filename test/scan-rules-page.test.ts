import { readFileSync } from 'node:fs';
import { rules } from '@pantograph/migrate/scan';
import { describe, expect, it } from 'vitest';
import { pagePath, scanRulesPage } from '../tools/scan-rules-page.ts';

describe('docs/scan-rules.md', () => {
  const page = readFileSync(pagePath, 'utf8');

  it('is what the rules say (else run node tools/scan-rules-page.ts)', async () => {
    expect(page).toBe(await scanRulesPage());
  });

  it('shows every rule', () => {
    for (const { id } of rules) expect(page).toContain(`## \`${id}\``);
  });
});
