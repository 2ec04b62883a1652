import { afterEach, expect, it } from 'vitest';
import { fillSmallWorld } from '../../test/fill-small-world.ts';
import { smallWorldId, smallWorldTime } from '../../test/small-world.ts';
import { followStore } from '../atlas/follow-store.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { lookupUnderTest } from './testing/lookup-under-test.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

it('is answered when it is asked for, and only then', async () => {
  const store = openSqliteStore(':memory:');
  closing.push(() => store.close());
  await fillSmallWorld(store);
  const atlas = followStore(store, { now: () => smallWorldTime, repeat: () => () => undefined });
  closing.push(() => atlas.close());
  const lookup = lookupUnderTest({ atlas });
  const path = `/v3/locations/${smallWorldId('DELFT-MARKT')}?fields=evses`;
  const ask = async (more = '') => (await lookup.ask(`${path}${more}`)).text;
  expect(await ask()).not.toContain('statusInfo');
  expect(await ask(',statusInfo')).toContain('"statusInfo":{"observedAt":');
  expect(await ask()).not.toContain('statusInfo');
  expect(await ask(',statusInfo')).toContain('"source":"citydata"');
});
