import { describe, expect, it } from 'vitest';
import { smallWorld, smallWorldId } from '../../test/small-world.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { legacyUnderTest } from './testing/legacy-under-test.ts';

const v2 = legacyUnderTest();
const market = smallWorldId('DELFT-MARKT');
const garage = smallWorldId('DELFT-GARAGE');

describe.each(['stations', 'pools'])('%s/{id}', (collection) => {
  it('is one station without a count or a distance', async () => {
    const answer = await v2.stations(`${collection}/${market}.json`);
    expect(answer).not.toHaveProperty('count');
    expect(answer.hasMore).toBe(false);
    expect(answer.evStations.evStation).toHaveLength(1);
    expect(answer.evStations.evStation[0]).toMatchObject({ id: market, poolId: market, cpoId: 'DELFT-MARKT' });
    expect(answer.evStations.evStation[0]).not.toHaveProperty('distance');
  });

  it('reads the last part of any id form', async () => {
    const { evStations } = await v2.stations(`${collection}/here:evcp:charginglocation:${market}.json`);
    expect(evStations.evStation[0]?.id).toBe(market);
  });

  it('is not found where nothing has the id, and says why where that is known', async () => {
    expect(await v2.refused(`${collection}/nothing.json`, 404)).toContain(
      'NotFound: There is no station and no pool with the id "nothing"',
    );
    const atlas = memoryAtlas({
      ...smallWorld(),
      removals: [{ contentId: market, removedAt: '2026-03-01T00:00:00Z', reason: 'closed for good' }],
    });
    const after = legacyUnderTest({ atlas });
    expect(await after.refused(`${collection}/${market}.json`, 404)).toContain(
      'it was removed at 2026-03-01T00:00:00Z, closed for good',
    );
  });

  it('is not found for ids of every odd kind', async () => {
    for (const id of [
      '%2F..%2F',
      '.',
      'a%20b',
      '%F0%9F%94%8C',
      'x'.repeat(8000),
      '%00',
      '%E0%A4%A',
      '{id}',
      '__proto__',
    ]) {
      const { status } = await v2.ask(`${collection}/${id}.json`);
      expect([400, 404]).toContain(status);
    }
  });
});

describe.each(['stations', 'pools'])('%s/bulk', (collection) => {
  it('answers in the order asked for, each once, unknown ones left out', async () => {
    const answer = await v2.stations(`${collection}/bulk.json?id=${garage}&id=nothing&id=${market}&id=${garage}`);
    expect(answer).not.toHaveProperty('count');
    expect(answer.evStations.evStation.map(({ id }) => id)).toEqual([garage, market]);
  });

  it('answers 100 ids and refuses 101, none and an empty one', async () => {
    const query = (n: number) => Array.from({ length: n }, (_, index) => `id=x${String(index)}`).join('&');
    expect(await v2.stations(`${collection}/bulk.json?${query(100)}`)).toEqual({
      hasMore: false,
      evStations: { evStation: [] },
    });
    expect(await v2.refused(`${collection}/bulk.json?${query(101)}`, 400)).toContain(
      'The parameter id is there 101 times',
    );
    expect(await v2.refused(`${collection}/bulk.json`, 400)).toContain('Add the parameter id: 1 to 100 ids');
    expect(await v2.refused(`${collection}/bulk.json?id=`, 400)).toContain('The parameter id is empty');
  });
});

describe('evses/bulk', () => {
  it('is the live tree of each pool', async () => {
    const { pools } = await v2.evses(`evses/bulk.json?id=${market}&id=nothing`);
    expect(pools.map(({ id }) => id)).toEqual([market]);
    expect(pools[0]?.stations).toHaveLength(1);
    expect(pools[0]?.stations[0]?.evses.map(({ cpoId, state }) => [cpoId, state])).toEqual([
      ['MARKT-1', 'AVAILABLE'],
      ['MARKT-2', 'OCCUPIED'],
      ['MARKT-3', 'AVAILABLE'],
    ]);
  });

  it('takes pool ids as repeated parameters', async () => {
    expect(await v2.refused('evses/bulk.json', 400)).toContain('id');
  });
});

describe('prices', () => {
  it('hold by the clock of the request', async () => {
    const { locations, tariffs, sources } = smallWorld();
    let now = new Date('2026-03-10T12:00:00Z');
    const limited = tariffs.map((record) => ({
      ...record,
      tariff: { ...record.tariff, start_date_time: '2026-03-10T13:00:00Z', end_date_time: '2026-03-10T14:00:00Z' },
    }));
    const atlas = memoryAtlas({ sources, locations, tariffs: limited });
    const timed = legacyUnderTest({ atlas, now: () => now });
    const isPriced = async () => {
      const { evStations } = await timed.stations(`pools/${market}.json`);
      return evStations.evStation[0]?.connectors?.connector[0]?.connectorDetails?.pricing !== undefined;
    };
    const priced = [];
    for (const hour of ['12:00', '12:59', '13:00', '13:59', '14:00', '13:30', '12:30']) {
      now = new Date(`2026-03-10T${hour}:00Z`);
      priced.push(await isPriced());
    }
    expect(priced).toEqual([false, false, true, true, false, true, false]);
  });
});
