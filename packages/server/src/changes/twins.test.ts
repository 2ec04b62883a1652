import { afterEach, describe, expect, it } from 'vitest';
import { contentIdOf } from '@pantograph/model/location';
import { smallWorld, smallWorldId } from '../../test/small-world.ts';
import type { ChangesUnderTest } from './testing/changes-under-test.ts';
import { changesUnderTest } from './testing/changes-under-test.ts';
import type { ChangeLine } from './testing/mirror.ts';
import { linesIn } from './testing/mirror.ts';

let world: ChangesUnderTest;
afterEach(() => world.close());

const market = smallWorldId('DELFT-MARKT');
const record = smallWorld().locations.find(({ contentId }) => contentId === market);
if (record === undefined) throw new Error('no market');
const key = { ...record.key, source: 'copies' };
const copy = { ...record, key, contentId: contentIdOf(key) };

async function news(since: string): Promise<{ readonly lines: readonly ChangeLine[]; readonly cursor: string }> {
  const all = linesIn(await (await world.get(`/changes?limit=1000${since === '' ? '' : `&since=${since}`}`)).text());
  return { lines: all.filter(({ type }) => type !== 'end'), cursor: all.at(-1)?.cursor ?? '' };
}

const said = (lines: readonly ChangeLine[]) =>
  lines.map(({ type, contentId, shownAs }) => [type, contentId, ...(shownAs === undefined ? [] : [shownAs])]);

describe('a place that is a twin of another', () => {
  it('is told as its alias, comes when the other goes, and is told once for all restarts', async () => {
    world = await changesUnderTest({ copies: [copy] });
    const first = await news('');
    expect(said(first.lines)).toContainEqual(['upsert', market]);
    expect(said(first.lines)).toContainEqual(['alias', copy.contentId, market]);

    await world.apply({ kind: 'removal', contentId: market, removedAt: '2026-03-10T13:00:00Z', reason: 'vanished' });
    const gone = await news(first.cursor);
    expect(said(gone.lines)).toEqual([
      ['remove', market],
      ['upsert', copy.contentId],
    ]);

    const location = { ...record.location, last_updated: '2026-03-11T10:00:00Z' };
    await world.apply({ kind: 'location', record: { ...record, location }, receivedAt: '2026-03-11T10:00:00Z' });
    const back = await news(gone.cursor);
    expect(said(back.lines)).toEqual([
      ['upsert', market],
      ['alias', copy.contentId, market],
    ]);
    await world.restart();
    expect((await news(back.cursor)).lines).toEqual([]);
  });

  it('lends its newer status to the place that is shown', async () => {
    world = await changesUnderTest({ copies: [copy] });
    const { cursor } = await news('');
    const uid = record.location.evses[0]?.uid ?? '';
    const at = '2026-03-10T12:30:00.000Z';
    const status = { uid, status: 'OUTOFORDER', observedAt: at, receivedAt: at } as const;
    await world.apply({ kind: 'status', contentId: copy.contentId, status });
    const { lines } = await news(cursor);
    expect(lines).toMatchObject([
      { type: 'status', contentId: market, evseUid: uid, status: 'OUTOFORDER', source: 'copies' },
    ]);
  });
});
