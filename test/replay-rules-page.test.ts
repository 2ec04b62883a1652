import { readFileSync } from 'node:fs';
import { rules, skipReasons } from '@pantograph/migrate/replay';
import { describe, expect, it } from 'vitest';
import { pagePath, replayPage } from '../tools/replay-rules-page.ts';

describe('docs/replay.md', () => {
  const page = readFileSync(pagePath, 'utf8');

  it('has the rules as the tables have them (else run node tools/replay-rules-page.ts)', async () => {
    expect(page).toBe(await replayPage(page));
  });

  it('shows every rule and every reason', () => {
    for (const code of [...Object.keys(rules), ...Object.keys(skipReasons)]) {
      expect(page).toMatch(new RegExp(`^\\| \`${code}\` +\\|`, 'm'));
    }
  });
});
