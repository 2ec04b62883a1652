import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { smallWorld, smallWorldId } from '../../test/small-world.ts';
import type { Change } from '../store/store.ts';
import { cursorText } from './cursor.ts';
import type { Line } from './read-page.ts';
import type { ChangesUnderTest, UnderTestOptions } from './testing/changes-under-test.ts';
import { changesUnderTest } from './testing/changes-under-test.ts';
import type { EventReader } from './testing/event-reader.ts';
import { readEvents } from './testing/event-reader.ts';
import { readView } from './view.ts';
import { applyLine, linesIn, mirrorFields, shownBy } from './testing/mirror.ts';
import type { Mirror } from './testing/mirror.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function listening(options: UnderTestOptions = {}): Promise<ChangesUnderTest> {
  const world = await changesUnderTest({ listens: true, ...options });
  closing.push(() => world.close());
  return world;
}

async function reading(world: ChangesUnderTest, query = '', lastEventId?: string): Promise<EventReader> {
  const reader = await readEvents(`${world.url()}/events${query}`, lastEventId);
  closing.push(() => reader.breakOff());
  return reader;
}

const market = smallWorldId('DELFT-MARKT');
const marketRecord = smallWorld().locations.find(({ contentId }) => contentId === market);
const uid = marketRecord?.location.evses[0]?.uid ?? '';
const instant = (second: number): string => new Date(Date.UTC(2026, 2, 10, 13, 0, second)).toISOString();

function status(second: number): Change {
  const value = second % 2 === 0 ? 'AVAILABLE' : 'CHARGING';
  const at = instant(second);
  return { kind: 'status', contentId: market, status: { uid, status: value, observedAt: at, receivedAt: at } };
}

/** Under another operator, whose name v3 shows twice. */
function renamed(name: string, second: number): Change {
  if (marketRecord === undefined) throw new Error('no market');
  const location = { ...marketRecord.location, operator: { name }, last_updated: instant(second) };
  return { kind: 'location', record: { ...marketRecord, location }, receivedAt: instant(second) };
}

describe('a stream of events', () => {
  it('tells what happens, in the words of /changes and under the names that pages listen to', async () => {
    const world = await listening();
    const reader = await reading(world);
    expect(reader.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(reader.headers['x-attribution']).toContain('City Data Office');
    await reader.until(() => reader.lastId() !== '');
    const begin = reader.lastId();
    await world.apply(status(1));
    await world.apply(renamed('Renamed', 2));
    await world.apply({ kind: 'removal', contentId: market, removedAt: instant(3), reason: 'vanished' });
    await reader.until(() => reader.events.length === 3);
    expect(reader.events.map(({ event }) => event)).toEqual(['status', 'location', 'removal']);
    expect(reader.events[0]?.line).toMatchObject({
      type: 'status',
      contentId: market,
      evseUid: uid,
      evseId: marketRecord?.location.evses[0]?.evse_id,
      status: 'CHARGING',
      observedAt: instant(1),
      receivedAt: instant(1),
      source: 'citydata',
    });
    expect(reader.events[1]?.line.location).toMatchObject({ name: 'Renamed' });
    expect(reader.events[2]?.line).toMatchObject({ type: 'remove', reason: 'removed', detail: 'vanished' });
    // Whoever was away for all of it hears of each place once.
    const [missed] = linesIn(await (await world.get(`/changes?since=${begin}`)).text());
    expect(missed).toMatchObject({ type: 'remove', contentId: market });
    expect(reader.lastId()).toBe(reader.events[2]?.line.cursor);
  });

  it('ends with what the server shows, however often it breaks off', { timeout: 60_000 }, async () => {
    const action = fc.oneof(
      { weight: 4, arbitrary: fc.nat({ max: 1000 }).map((n) => ({ kind: 'status', n }) as const) },
      { weight: 2, arbitrary: fc.nat({ max: 1000 }).map((n) => ({ kind: 'rename', n }) as const) },
      { weight: 3, arbitrary: fc.boolean().map((restarts) => ({ kind: 'break', restarts }) as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 25 }), async (actions) => {
        const world = await changesUnderTest({ listens: true });
        const mirror: Mirror = new Map();
        const query = `?fields=${mirrorFields}`;
        const first = linesIn(await (await world.get(`/changes${query}`)).text());
        for (const line of first) applyLine(mirror, line);
        let reader = await readEvents(`${world.url()}/events${query}&since=${String(first.at(-1)?.cursor)}`);
        try {
          let second = 0;
          for (const one of actions) {
            second++;
            if (one.kind === 'status') await world.apply(status(second));
            else if (one.kind === 'rename') await world.apply(renamed(`Name ${String(one.n)}`, second));
            else {
              // Whatever has come by now has come.
              reader.breakOff();
              await reader.ended;
              for (const { line } of reader.events) applyLine(mirror, line);
              if (one.restarts) await world.restart();
              reader = await readEvents(
                `${world.url()}/events${query}&since=${reader.lastId() || String(first.at(-1)?.cursor)}`,
              );
            }
          }
          await world.apply(renamed('The last', 3000));
          await reader.until(() => reader.text().includes('The last') || reader.text().includes(instant(3000)));
          for (const { line } of reader.events) applyLine(mirror, line);
          expect(mirror).toEqual(await shownBy(world));
        } finally {
          reader.breakOff();
          await world.close();
        }
      }),
      { numRuns: 15 },
    );
  });

  it('goes on where Last-Event-ID says, before what the address says', async () => {
    const world = await listening();
    const before = await reading(world);
    await before.until(() => before.lastId() !== '');
    const old = before.lastId();
    await world.apply(status(1));
    await before.until(() => before.events.length === 1);
    const newer = before.lastId();
    await world.apply(renamed('Renamed', 2));
    const again = await reading(world, `?since=${old}`, newer);
    await again.until(() => again.events.length === 1);
    expect(again.events.map(({ event }) => event)).toEqual(['location']);
    const both = await reading(world, `?since=${old}`);
    await both.until(() => both.events.length === 1);
    expect(both.events[0]?.line.type).toBe('upsert');
  });

  it('tells a place that leaves the area, and moves on for those who hear nothing', async () => {
    const world = await listening({ streams: { heartbeatMilliseconds: 20 } });
    const inside = await reading(world, '?in=circle:52.0116,4.3571;r=2000');
    const elsewhere = await reading(world, '?in=circle:10,10;r=2000');
    await elsewhere.until(() => elsewhere.lastId() !== '');
    const begin = elsewhere.lastId();
    await world.apply(status(1));
    await inside.until(() => inside.events.length === 1);
    await elsewhere.until(() => elsewhere.lastId() !== begin);
    expect(elsewhere.events).toEqual([]);
    expect(elsewhere.text()).toContain(': still here');
    if (marketRecord === undefined) throw new Error('no market');
    const location = {
      ...marketRecord.location,
      coordinates: { latitude: '10', longitude: '10' },
      last_updated: instant(2),
    };
    await world.apply({ kind: 'location', record: { ...marketRecord, location }, receivedAt: instant(2) });
    await Promise.all([
      inside.until(() => inside.events.length === 2),
      elsewhere.until(() => elsewhere.events.length === 1),
    ]);
    expect(inside.events[1]).toMatchObject({ event: 'removal', line: { contentId: market, reason: 'outside' } });
    expect(elsewhere.events[0]).toMatchObject({ event: 'location', line: { contentId: market } });
  });

  it('ends at once when the server stops, and not before', async () => {
    const world = await changesUnderTest({ listens: true });
    const reader = await readEvents(`${world.url()}/events`);
    const started = performance.now();
    // Else the port would have waited out its grace.
    await Promise.all([world.close(), reader.ended]);
    expect(performance.now() - started).toBeLessThan(900);
  });
});

describe('a reader that takes nothing', () => {
  it('is let go and told from where to go on, and nobody else notices', { timeout: 60_000 }, async () => {
    const world = await listening({
      streams: { queueBytes: 64 * 1024, patienceMilliseconds: 300, streamsPerCaller: 2 },
    });
    const [slow, quick] = [await reading(world), await reading(world)];
    await Promise.all([slow.until(() => slow.lastId() !== ''), quick.until(() => quick.lastId() !== '')]);
    slow.pause();
    // Enough to fill what the sockets hold, and then the queue.
    const long = 'x'.repeat(200_000);
    const count = 60;
    for (let second = 1; second <= count; second++) await world.apply(renamed(`${String(second)}${long}`, second));
    const newest = cursorText(world.feed().id, world.feed().position());
    await quick.until(() => quick.lastId() === newest);
    await letGo(world);
    slow.resume();
    await slow.ended;
    const farewell = slow.events.at(-1);
    expect(farewell).toMatchObject({ event: 'dropped', line: { type: 'dropped', reason: 'slow' } });
    expect(slow.events.length - 1).toBeLessThan(count);
    const again = await reading(world, '', farewell?.line.cursor);
    await again.until(() => again.events.length > 0);
    expect(again.events.at(-1)?.line).toMatchObject({ type: 'upsert', contentId: market });
    expect(quick.events.some(({ event }) => event === 'dropped')).toBe(false);
  });
});

/** A slot is free again. */
async function letGo(world: ChangesUnderTest): Promise<void> {
  const tried = async (): Promise<number> => {
    const reader = await readEvents(`${world.url()}/events`);
    reader.breakOff();
    return reader.status;
  };
  await expect.poll(tried, { timeout: 20_000 }).toBe(200);
}

describe('a burst', () => {
  it('that is more than may wait for a reader is heard whole', async () => {
    const world = await listening({ streams: { queueBytes: 2_000 } });
    const reader = await reading(world, '?fields=evses');
    await reader.until(() => reader.lastId() !== '');
    const at = instant(1);
    const all = smallWorld().locations.filter(({ location }) => location.publish);
    await world.apply(
      ...all.map((record): Change => {
        const location = { ...record.location, operator: { name: 'Other' }, last_updated: at };
        return { kind: 'location', record: { ...record, location }, receivedAt: at };
      }),
    );
    const newest = cursorText(world.feed().id, world.feed().position());
    await reader.until(() => reader.lastId() === newest);
    expect(new Set(reader.events.map(({ line }) => line.contentId))).toEqual(
      new Set(all.map(({ contentId }) => contentId)),
    );
  });

  it('is presented once for all who asked for the same', async () => {
    const world = await listening();
    const heard: (readonly Line[])[] = [];
    const any = readView(new URLSearchParams('fields=evses'), {}, { enums: 'ocpi' });
    const same = readView(new URLSearchParams('fields=evses&operators=voltstad'), {}, { enums: 'ocpi' });
    for (const view of [any, same]) world.feed().listen({ view, tell: (lines) => heard.push(lines) });
    await world.apply(status(1));
    expect(heard).toHaveLength(2);
    expect(heard[0]?.[0]).toBe(heard[1]?.[0]);
  });
});

describe('too many streams', () => {
  it('of one caller are refused; one that ends makes room', async () => {
    const world = await listening({ streams: { streamsPerCaller: 2 } });
    const first = await reading(world);
    await reading(world);
    const refused = await fetch(`${world.url()}/events`);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({
      code: 'too_many_streams',
      detail: expect.stringContaining('2 streams') as string,
    });
    first.breakOff();
    await first.ended;
    await letGo(world);
  });

  it('in all are refused, with another answer', async () => {
    const world = await listening({ streams: { streams: 1 } });
    await reading(world);
    expect((await fetch(`${world.url()}/events`)).status).toBe(503);
  });
});

describe('a request that is no stream', () => {
  it.each([
    ['?since=nonsense', 400, 'parameter_invalid', 'since'],
    ['?in=bbox:1,2,3', 400, 'parameter_invalid', 'in'],
    ['?operator=Voltstad', 400, 'parameter_invalid', 'operator'],
    ['?limit=5', 400, 'parameter_invalid', 'limit'],
    ['?fields=predictions', 400, 'parameter_invalid', 'fields'],
    ['?connectorTypes=31', 400, 'parameter_invalid', 'connectorTypes'],
  ])('%s is refused, with the parameter and what is allowed', async (query, status, code, parameter) => {
    const world = await listening();
    const response = await fetch(`${world.url()}/events${query}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code, parameter });
  });

  it('says what it would be, by HEAD, and takes no slot', async () => {
    const world = await listening({ streams: { streams: 1 } });
    for (const _ of [1, 2]) {
      const response = await fetch(`${world.url()}/events`, { method: 'HEAD' });
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        'text/event-stream; charset=utf-8',
      ]);
    }
    expect((await fetch(`${world.url()}/events`, { method: 'POST' })).status).toBe(405);
  });
});
