import { readFileSync } from 'node:fs';
import { effects, isLoss, ownRules } from '@pantograph/migrate/convert';
import type { Effect } from '@pantograph/migrate/convert';
import { describe, expect, it } from 'vitest';
import { convertPage, pagePath } from '../tools/convert-rules-page.ts';

describe('docs/convert.md', () => {
  const page = readFileSync(pagePath, 'utf8');

  it('has the rules as the table has them (else run node tools/convert-rules-page.ts)', async () => {
    expect(page).toBe(await convertPage(page));
  });

  it('shows every rule', () => {
    for (const code of Object.keys(ownRules)) expect(page).toMatch(new RegExp(`^\\| \`${code}\` +\\|`, 'm'));
  });

  it('explains every effect', () => {
    for (const [effect, meaning] of Object.entries(effects)) {
      const loss = isLoss(effect as Effect) ? 'yes' : 'no';
      expect(page).toMatch(new RegExp(`^\\| \`${effect}\` +\\| ${loss} +\\| ${meaning} +\\|`, 'm'));
    }
  });
});
