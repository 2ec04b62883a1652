import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ask } from '../../test/ask-discovery.ts';

const page = readFileSync(new URL('../../../../docs/discovery.md', import.meta.url), 'utf8');

/** What a refusal says is allowed, word by word. */
async function allowed(pathAndQuery: string, after: string): Promise<string[]> {
  const { body } = await ask(pathAndQuery);
  const { action } = body as { readonly action: string };
  return action.slice(action.indexOf(after) + after.length).match(/[a-zA-Z]+/g) ?? [];
}

it('documents every property of evStation', async () => {
  const properties = await allowed('/v1/browse?at=0,0&evStation[x]=1', 'one of');
  expect(properties.length).toBeGreaterThan(15);
  for (const property of properties) expect(page).toContain(`evStation[${property}]`);
});

it.each(['browse?at=0,0', 'discover?at=0,0&q=x', 'autosuggest?at=0,0&q=x', 'lookup?id=x'])(
  'documents every value of show for %s',
  async (request) => {
    const values = await allowed(`/v1/${request}&show=x`, ' a list of ');
    expect(values.length).toBeGreaterThan(5);
    for (const value of values) expect(page).toContain(`\`${value}\``);
  },
);
