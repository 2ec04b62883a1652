/** The description of changes keeps up with what the surface takes and gives. */
import { afterEach, describe, expect, it } from 'vitest';
import { smallWorldId } from '../../../test/small-world.ts';
import { describedExamples, queryOf } from '../../http/docs/openapi/testing/described-examples.ts';
import type { ChangesUnderTest } from '../testing/changes-under-test.ts';
import { changesUnderTest } from '../testing/changes-under-test.ts';
import { linesIn } from '../testing/mirror.ts';
import { viewParameters } from '../view.ts';
import { changesDocument } from './document.ts';
import { Problem, changeRecords } from './record-schemas.ts';

const market = smallWorldId('DELFT-MARKT');
const described = describedExamples(changesDocument({ contentId: market }));
const schemas = new Map(changeRecords.map((schema) => [schema.shape.type.value, schema.strict()]));

let world: ChangesUnderTest;
afterEach(() => world.close());

async function checked(path: string): Promise<number> {
  const response = await world.get(path);
  const text = await response.text();
  if (response.status === 200) {
    for (const line of linesIn(text)) schemas.get(line.type as 'upsert')?.parse(line);
  } else Problem.strict().parse(JSON.parse(text));
  return response.status;
}

describe('the description of changes', () => {
  it('has examples that validate, and no schema that is not used', async () => {
    world = await changesUnderTest();
    expect(described.faults).toEqual([]);
    expect(described.examples).toBeGreaterThan(10);
    expect(described.unused).toEqual([]);
    expect(described.requests.length).toBeGreaterThan(0);
    for (const request of described.requests) expect([request, await checked(request)]).toEqual([request, 200]);
  });

  it('names the parameters that the surface knows, with examples that it takes', async () => {
    world = await changesUnderTest();
    for (const { path, parameters } of described.operations) {
      const own = parameters.filter((parameter) => parameter.in === 'query');
      const names = [...viewParameters, 'since', ...(path === '/changes' ? ['limit'] : [])];
      expect(own.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
      for (const parameter of own) {
        if (parameter.example === undefined) continue;
        const request = `/changes?${new URLSearchParams(queryOf(parameter)).toString()}`;
        expect([request, await checked(request)]).toEqual([request, 200]);
      }
    }
  });

  it('describes every record that is sent, and refusals', async () => {
    world = await changesUnderTest();
    const since = linesIn(await (await world.get('/changes?limit=1000')).text()).at(-1)?.cursor ?? '';
    expect(await checked('/changes?limit=1000')).toBe(200);
    const uid = world.store.location(market)?.location.evses[0]?.uid ?? '';
    const at = '2026-03-10T13:00:00Z';
    const status = { uid, status: 'CHARGING', observedAt: at, receivedAt: at } as const;
    await world.apply({ kind: 'status', contentId: market, status });
    expect(await checked(`/changes?since=${since}`)).toBe(200);
    await world.apply({ kind: 'removal', contentId: market, removedAt: at, reason: 'vanished' });
    expect(await checked(`/changes?since=${since}`)).toBe(200);
    expect(await checked('/changes?since=x')).toBe(400);
  });
});
