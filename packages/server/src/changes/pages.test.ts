import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fillSmallWorld } from '../../test/fill-small-world.ts';
import { smallWorld, smallWorldId } from '../../test/small-world.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Change, Store } from '../store/store.ts';
import { cursorText, markOf, readCursor } from './cursor.ts';
import { gather } from './mentions.ts';
import { openJournal } from './journal.ts';
import type { ChangesUnderTest, UnderTestOptions } from './testing/changes-under-test.ts';
import { changesUnderTest } from './testing/changes-under-test.ts';
import type { ChangeLine } from './testing/mirror.ts';
import { linesIn } from './testing/mirror.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function underTest(options: UnderTestOptions = {}): Promise<ChangesUnderTest> {
  const world = await changesUnderTest(options);
  closing.push(() => world.close());
  return world;
}

const market = smallWorldId('DELFT-MARKT');
const places = smallWorld().locations.length;

async function changes(world: ChangesUnderTest, query = ''): Promise<readonly ChangeLine[]> {
  const response = await world.get(`/changes?limit=1000${query}`);
  expect(response.status).toBe(200);
  return linesIn(await response.text());
}

const cursorAfter = (lines: readonly ChangeLine[]): string => lines.at(-1)?.cursor ?? '';

function statusOf(world: ChangesUnderTest, second: number): Change {
  const uid = world.store.location(market)?.location.evses[0]?.uid ?? '';
  const at = new Date(Date.UTC(2026, 2, 10, 13, 0, second)).toISOString();
  const status = second % 2 === 0 ? 'AVAILABLE' : 'CHARGING';
  return { kind: 'status', contentId: market, status: { uid, status, observedAt: at, receivedAt: at } };
}

describe('a first read', () => {
  it('is all places as lookup shows them, and then what changed meanwhile', async () => {
    const world = await underTest();
    const first = linesIn(await (await world.get('/changes?limit=3&fields=evses,address')).text());
    expect(first.map(({ type }) => type)).toEqual(['upsert', 'upsert', 'upsert', 'end']);
    expect(first.at(-1)?.more).toBe(true);
    const shown = await world.get(`/v3/locations/${first[0]?.contentId ?? ''}?fields=evses,address`);
    expect(first[0]?.location).toEqual(await shown.json());
    await world.apply(statusOf(world, 1));
    const rest = await changes(world, `&since=${cursorAfter(first)}`);
    const published = smallWorld().locations.filter((record) => record.location.publish).length;
    expect(rest.filter(({ type }) => type === 'upsert')).toHaveLength(published - 3);
    const changed = await changes(world, `&since=${cursorAfter(rest)}`);
    expect(changed.map(({ type }) => type)).toEqual(['status', 'end']);
    expect(changed.at(-1)?.more).toBe(false);
  });

  it('of some places reads these alone', async () => {
    const world = await underTest();
    const other = smallWorld().locations.find(({ contentId }) => contentId !== market)?.contentId ?? '';
    const lines = await changes(world, `&ids=here:pds:place:${market},${other},unheard-of`);
    expect(lines.map(({ contentId }) => contentId)).toEqual([market, other, undefined]);
    expect(lines.at(-1)).toMatchObject({ type: 'end', more: false });
  });

  it('goes by connector types as lookup spells them', async () => {
    const world = await underTest();
    const lines = await changes(world, '&connectorTypes=CHADEMO&fields=evses');
    const upserts = lines.filter(({ type }) => type === 'upsert');
    expect(upserts.length).toBeGreaterThan(0);
    expect(upserts.length).toBeLessThan(places);
    for (const { location } of upserts) expect(JSON.stringify(location)).toContain('"CHADEMO"');
  });
});

describe('a page', () => {
  it('says in its headers what its last line says', async () => {
    const world = await underTest();
    const response = await world.get('/changes?limit=2');
    const end = linesIn(await response.text()).at(-1);
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    expect(response.headers.get('x-cursor')).toBe(end?.cursor);
    expect(response.headers.get('x-more')).toBe('true');
    expect(response.headers.get('x-attribution')).toContain('City Data Office');
  });

  it('without news is known by its tag', async () => {
    const world = await underTest();
    const since = `/changes?since=${cursorAfter(await changes(world))}`;
    const etag = (await world.get(since)).headers.get('etag') ?? '';
    expect((await world.get(since, { 'if-none-match': etag })).status).toBe(304);
    await world.apply(statusOf(world, 1));
    expect((await world.get(since, { 'if-none-match': etag })).status).toBe(200);
  });

  it('names a place once, as it is now', async () => {
    const world = await underTest();
    const since = cursorAfter(await changes(world));
    for (let second = 1; second <= 5; second++) await world.apply(statusOf(world, second));
    const lines = await changes(world, `&since=${since}`);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({ type: 'status', status: 'CHARGING', observedAt: '2026-03-10T13:00:05.000Z' });
  });

  it('of a place that is no longer published says so', async () => {
    const world = await underTest();
    const since = cursorAfter(await changes(world));
    const record = smallWorld().locations.find(({ contentId }) => contentId === market);
    if (record === undefined) throw new Error('no market');
    const location = { ...record.location, publish: false, last_updated: '2026-03-10T14:00:00Z' };
    await world.apply({ kind: 'location', record: { ...record, location }, receivedAt: '2026-03-10T14:00:00Z' });
    expect((await changes(world, `&since=${since}`))[0]).toMatchObject({ type: 'remove', reason: 'unpublished' });
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=5001', 'limit'],
    ['limit=many', 'limit'],
    ['since=', 'since'],
    ['since=AcSH', 'since'],
    ['in=circle:1,2', 'in'],
    ['ids=', 'ids'],
    ['fields=everything', 'fields'],
    ['enums=none', 'enums'],
    ['sinse=x', 'sinse'],
  ])('with %s is refused', async (query, parameter) => {
    const response = await (await underTest()).get(`/changes?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ parameter, action: expect.stringContaining('Send') as string });
  });
});

describe('a cursor', () => {
  it('survives a restart', async () => {
    const world = await underTest();
    const since = cursorAfter(await changes(world));
    await world.restart(async () => {
      await world.store.apply([statusOf(world, 1)]);
    });
    expect((await changes(world, `&since=${since}`)).map(({ type }) => type)).toEqual(['status', 'end']);
  });

  it('of another store is refused, with the way to begin again', async () => {
    const [one, other] = [await underTest(), await underTest()];
    const since = cursorAfter(await changes(one));
    const response = await other.get(`/changes?since=${since}`);
    expect(response.status).toBe(410);
    expect(await response.json()).toMatchObject({
      code: 'cursor_unusable',
      parameter: 'since',
      action: expect.stringContaining('without since') as string,
    });
  });

  it('of a past that a backup has undone is refused', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'pantograph-past-'));
    closing.push(() => rmSync(directory, { recursive: true }));
    const journalled = (store: Store, seq: number) => {
      const entry = store.log(seq - 1, 1)[0];
      return { seq, mark: markOf(entry), at: '2026-03-10T12:00:00Z', trust: '[]' };
    };
    const [before, after] = [openSqliteStore(':memory:'), openSqliteStore(':memory:')];
    for (const store of [before, after]) {
      closing.push(() => store.close());
      await fillSmallWorld(store);
    }
    await after.apply([{ kind: 'removal', contentId: market, removedAt: '2026-03-10T13:00:00Z', reason: 'x' }]);
    const path = join(directory, 'changes.db');
    const open = (store: Store, storeMark = 'same') =>
      openJournal(path, {
        storeMark,
        continues: ({ seq, mark }) => seq <= store.seq() && markOf(store.log(seq - 1, 1)[0]) === mark,
      });
    const first = open(after);
    first.putFollowed(journalled(after, after.seq()));
    first.close();
    const again = open(after);
    expect(again.feed).toBe(first.feed);
    again.close();
    const undone = open(before);
    expect(undone.feed).not.toBe(first.feed);
    undone.close();
    const elsewhere = open(before, 'other');
    expect(elsewhere.feed).not.toBe(undone.feed);
    elsewhere.close();
  });

  it('reads back as it was written, and no letter of it can be another', () => {
    const feed = '0123456789ab';
    for (const cursor of [
      { seq: 0, n: 0, mark: 0 },
      { seq: 2 ** 47, n: 2 ** 39, mark: 0xffffff },
      { seq: 7, n: 1, mark: 3, sweep: 123_456 },
    ]) {
      const text = cursorText(feed, cursor);
      expect(text).toMatch(/^[\w-]+$/);
      expect(readCursor(text)).toEqual({ feed, cursor });
      for (let at = 0; at < text.length; at++) {
        const changed = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
        expect(readCursor(changed)).toBeUndefined();
      }
    }
  });
});

describe('what a stretch names', () => {
  it('is each place once: as a whole where it is so anywhere, in the order of the first naming', () => {
    const [a, b] = [market, smallWorldId('DELFT-MARKT')];
    expect(b).toBe(a);
    const other = smallWorld().locations.find(({ contentId }) => contentId !== market)?.contentId ?? a;
    expect(
      gather([
        [{ contentId: a, uid: '1' }, 1],
        [{ contentId: other, uid: '1' }, 2],
        [{ contentId: a, uid: '2' }, 3],
        [{ contentId: other }, 4],
        [{ contentId: other, uid: '3' }, 5],
      ]),
    ).toEqual([
      { contentId: a, by: 1, uids: ['1', '2'] },
      { contentId: other, by: 2 },
    ]);
  });
});
