import { utimesSync, writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSourceStates } from '../state/source-states.ts';
import { sentLocation, sentLocations } from '../testing/feed-objects.ts';
import { answerPage, peerServer } from '../testing/peer-server.ts';
import { codesOf, pullUnderTest } from '../testing/pull-under-test.ts';

const HOUR = 3_600_000;

/** A source whose list a test may change. */
async function changing(more = '') {
  const held = { objects: sentLocations(10) as unknown[], total: true, broken: false };
  const server = await peerServer((request, response) => {
    if (held.broken) response.writeHead(404).end();
    else answerPage(request, response, { objects: held.objects, pageSize: 4, total: held.total });
  });
  const subject = pullUnderTest(`kind: ocpi-url, locations: '${server.url}/locations'${more}`);
  return {
    held,
    server,
    ...subject,
    without: (...ids: readonly string[]) => {
      held.objects = sentLocations(10).filter(({ id }) => !ids.includes(id));
    },
    full: () => subject.pull({ mode: 'full' }),
    [Symbol.asyncDispose]: async () => {
      await subject[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

describe('what a full pull no longer brings', () => {
  it('is removed once three of them in a row did not bring it', async () => {
    await using source = await changing();
    await source.full();
    source.without('L3');
    for (let pull = 1; pull <= 2; pull++) {
      const report = await source.full();
      expect([codesOf(report), report.removed]).toEqual([['vanished'], 0]);
      expect(source.ids()).toContain('L3');
    }
    const report = await source.full();
    expect([codesOf(report), report.removed]).toEqual([['vanished', 'vanished_removed'], 1]);
    expect(source.ids()).not.toContain('L3');
    const [tombstone] = [...source.store.locations()].filter(({ removal }) => removal !== undefined);
    expect(tombstone?.removal?.reason).toBe('no longer in the full list of its source');
    expect((await source.full()).notices).toEqual([]);
  });

  it('is kept where it comes back in between', async () => {
    await using source = await changing();
    await source.full();
    for (const ids of [['L3'], ['L3'], [], ['L3'], ['L3']]) {
      source.without(...ids);
      await source.full();
    }
    expect(source.ids().length).toBe(10);
    await source.full();
    expect(source.ids().length).toBe(9);
    source.without();
    await source.full();
    expect(source.ids().length).toBe(10);
  });

  it('is kept where it is too much at once, until somebody has looked', async () => {
    await using source = await changing();
    await source.full();
    source.without('L1', 'L2', 'L3');
    await source.full();
    await source.full();
    const guarded = await source.full();
    expect(codesOf(guarded)).toEqual(['vanished_guarded', 'vanished']);
    expect(source.ids().length).toBe(10);
    expect(source.states.get('peer').lastPull?.findings).toMatchObject([
      { code: 'vanished_guarded', severity: 'error', message: expect.stringContaining('3 of 10') as string },
      { code: 'vanished' },
    ]);
    expect(await source.pull({ mode: 'full', acceptVanished: true })).toMatchObject({ removed: 3 });
    expect(source.ids().length).toBe(7);
  });

  it('may be as much as the guard says', async () => {
    await using source = await changing(', rules: { vanishAfter: 1, guardPercent: 30 }');
    await source.full();
    source.without('L1', 'L2', 'L3');
    expect(await source.full()).toMatchObject({ removed: 3 });
  });

  it('does not count where the pull failed, was in doubt, or only asked for changes', async () => {
    await using source = await changing(', rules: { vanishAfter: 1 }');
    await source.full();
    source.held.broken = true;
    expect(await source.full()).toMatchObject({ removed: 0, outcome: 'incomplete' });
    source.held.broken = false;
    source.without('L3');
    expect(await source.pull()).toMatchObject({ removed: 0, mode: 'changes' });
    source.held.objects = [...source.held.objects, { evses: 'who is this?' }];
    const doubtful = await source.full();
    expect(codesOf(doubtful)).toContain('vanished_undecided');
    expect(source.ids()).toContain('L3');
  });

  it('is not gone where it came and could not be read', async () => {
    await using source = await changing(', rules: { vanishAfter: 1 }');
    await source.full();
    source.without('L3');
    source.held.objects = [...source.held.objects, { country_code: 'NL', party_id: 'ABC', id: 'l3', evses: 'no' }];
    await source.full();
    expect(source.ids()).toContain('L3');
  });

  it('goes wholly where the guard is lifted', async () => {
    await using source = await changing(', rules: { vanishAfter: 1, guardPercent: 100 }');
    await source.full();
    source.held.objects = [];
    source.held.total = false;
    expect(await source.full()).toMatchObject({ removed: 10 });
  });
});

describe('between full pulls', () => {
  it('only changes are asked for, from before the last pull', async () => {
    await using source = await changing(", rules: { fullEvery: '6 hours', overlap: '30 minutes' }");
    expect(await source.pull()).toMatchObject({ mode: 'full', objects: 10 });
    source.pass(HOUR);
    source.held.objects[0] = sentLocation({ id: 'L1', status: 'CHARGING', lastUpdated: '2026-03-10T12:30:00Z' });
    expect(await source.pull()).toMatchObject({ mode: 'changes', objects: 1, changed: 1 });
    expect(source.server.asked.at(-1)).toContain('date_from=2026-03-10T11%3A30%3A00Z');
    source.pass(HOUR);
    expect(await source.pull()).toMatchObject({ mode: 'changes', objects: 1, unchanged: 1 });
    source.pass(4 * HOUR);
    expect(await source.pull()).toMatchObject({ mode: 'full', objects: 10, unchanged: 10 });
  });

  it('a failed pull is made good for by the next', async () => {
    await using source = await changing();
    await source.pull();
    source.pass(HOUR);
    source.held.broken = true;
    await source.pull();
    source.pass(HOUR);
    source.held.broken = false;
    await source.pull();
    expect(source.server.asked.at(-1)).toContain('date_from=2026-03-10T11%3A00%3A00Z');
  });
});

it('a source whose clock is a day ahead is still believed when it is mended', async () => {
  await using source = await changing();
  const said = (status: string, lastUpdated: string) => {
    source.held.objects = [sentLocation({ id: 'L1', status, lastUpdated })];
  };
  said('CHARGING', '2026-03-11T12:00:00Z');
  expect(codesOf(await source.full())).toEqual(['date_in_future']);
  source.pass(HOUR);
  said('BLOCKED', '2026-03-10T12:30:00Z');
  expect(codesOf(await source.full())).toEqual([]);
  expect([...source.store.locations()].map(({ statuses: [first] }) => first)).toMatchObject([{ status: 'BLOCKED' }]);
});

describe('a file', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'pantograph-pull-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('on the web is a gzip array, fetched anew only when it is a new one', async () => {
    const file = { etag: '"1"', objects: sentLocations(3), modified: 'Tue, 10 Mar 2026 11:00:00 GMT' };
    await using server = await peerServer((request, response) => {
      response.setHeader('etag', file.etag).setHeader('last-modified', file.modified);
      if (request.headers['if-none-match'] === file.etag) response.writeHead(304).end();
      else response.end(gzipSync(JSON.stringify(file.objects)));
    });
    await using subject = pullUnderTest(`kind: file, locations: '${server.url}/nl.json.gz?key=hidden'`);
    expect(await subject.pull()).toMatchObject({ mode: 'full', outcome: 'complete', added: 3 });
    const seq = subject.store.seq();
    expect(await subject.pull()).toMatchObject({ outcome: 'unmodified', objects: 0 });
    expect(server.headers[1]).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': file.modified });
    expect(subject.states.get('peer').confirmedAt).toBe('2026-03-10T11:00:00.000Z');
    expect(JSON.stringify(subject.states.get('peer'))).not.toContain('hidden');

    Object.assign(file, { etag: '"2"', modified: 'Tue, 10 Mar 2026 11:30:00 GMT' });
    expect(await subject.pull()).toMatchObject({ outcome: 'complete', unchanged: 3 });
    expect(subject.store.seq()).toBe(seq);
    expect(subject.states.get('peer').confirmedAt).toBe('2026-03-10T11:30:00.000Z');
  });

  it('that stays the same agrees with itself', async () => {
    const path = join(directory, 'x.json');
    await using subject = pullUnderTest(`kind: file, locations: '${path}'`);
    writeFileSync(path, JSON.stringify(sentLocations(10)));
    await subject.pull();
    writeFileSync(path, JSON.stringify(sentLocations(9)));
    utimesSync(path, new Date('2026-03-10T09:00:00Z'), new Date('2026-03-10T09:00:00Z'));
    await subject.pull();
    expect(await subject.pull()).toMatchObject({ outcome: 'unmodified', removed: 0 });
    expect(await subject.pull()).toMatchObject({ outcome: 'unmodified', removed: 1 });
    expect(subject.ids().length).toBe(9);
    expect(subject.states.get('peer').confirmedAt).toBe('2026-03-10T09:00:00.000Z');
  });

  it('that is not there is told', async () => {
    await using subject = pullUnderTest(`kind: file, locations: '${join(directory, 'none.json')}'`);
    const report = await subject.pull();
    expect(report).toMatchObject({ outcome: 'incomplete', failure: { code: 'source_unreadable' } });
    expect(report.failure?.message).toContain('there is no such file');
  });

  it('is only judged in a dry run', async () => {
    const path = join(directory, 'x.json');
    writeFileSync(path, JSON.stringify(sentLocations(3)));
    await using subject = pullUnderTest(`kind: file, locations: '${path}'`);
    expect(await subject.pull({ dryRun: true })).toMatchObject({ added: 3 });
    expect([subject.ids(), subject.store.seq(), subject.states.names()]).toEqual([[], 0, []]);
  });
});

describe('the memory of pulls', () => {
  it('outlives the process, and gives a source to one at a time', () => {
    const directory = mkdtempSync(join(tmpdir(), 'pantograph-states-'));
    const path = join(directory, 'sources.db');
    const [first, second] = [openSourceStates(path), openSourceStates(path)];
    const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 10, 12, minute));
    first.replaceAbsences('a', 'location', [{ id: 'x', pulls: 2, since: at(0).toISOString() }]);
    expect(second.absences('a', 'location').get('x')).toMatchObject({ pulls: 2 });
    expect(first.lease('a', 'one', at(0), at(5))).toBe(true);
    expect(second.lease('a', 'two', at(1), at(6))).toBe(false);
    expect(first.lease('a', 'one', at(2), at(7))).toBe(true);
    expect(second.lease('a', 'two', at(7), at(9))).toBe(true);
    first.release('a', 'one');
    expect(first.lease('a', 'one', at(8), at(9))).toBe(false);
    const before = second.version();
    first.put('a', { failures: 1, validators: {} });
    expect(second.version()).not.toBe(before);
    first.forget('a');
    expect(second.absences('a', 'location').size).toBe(0);
    first.close();
    second.close();
    rmSync(directory, { recursive: true });
  });
});
