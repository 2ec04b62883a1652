/** Twins by the commands alone, beside a server that runs. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locationOf, writeLines } from './feed.ts';
import { run, runServer } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

function twinOf(id: string, evseId: string, lastUpdated: string) {
  const location = locationOf(id, 'AVAILABLE', lastUpdated);
  return { ...location, evses: location.evses.map((evse) => ({ ...evse, evse_id: evseId })) };
}

const feed = [
  twinOf('OLD', 'NL*ABC*E1', '2026-01-10T10:00:00Z'),
  twinOf('NEW', 'nlabce1', '2026-06-10T10:00:00Z'),
  twinOf('OTHER', 'NL*ABC*E2', '2026-06-10T10:00:00Z'),
];

interface Listed {
  readonly locations: readonly {
    readonly contentId: string;
    readonly key: { id: string };
    readonly aliasOf?: string;
  }[];
  readonly twins: readonly { readonly id: string }[];
  readonly decisions: readonly unknown[];
}

describe('pantograph twins', () => {
  it('lists, explains and decides; a server that runs takes it up', { timeout: 180_000 }, async () => {
    using directory = temporaryDirectory();
    const file = join(directory.path, 'feed.ndjson');
    writeLines(file, feed);
    const data = ['--data', directory.path];
    expect(await run(['import', 'ocpi', file, '--source', 'city', ...data])).toMatchObject({ code: 0 });
    const twins = async (...args: readonly string[]) => {
      const done = await run(['twins', ...args, ...data]);
      expect(done).toMatchObject({ code: 0 });
      return done.stdout;
    };
    const listed = async () => JSON.parse(await twins('list', '--json')) as Listed;

    // Without a server, before one has ever run.
    const before = await listed();
    expect(before).toMatchObject({ locations: [{ key: { id: 'OLD' } }], twins: [{ id: 'NLABCE1' }], decisions: [] });
    const [hidden] = before.locations;
    const [old, shown] = [hidden?.contentId ?? '', hidden?.aliasOf ?? ''];
    expect(await twins('list', '--source', 'elsewhere')).toBe('');
    expect(await twins('count')).toMatch(/^ +1 {2}EVSEs that several locations tell of/);

    await using server = await runServer(['serve', '--port', '0', ...data]);
    const serves = async () => {
      const response = await fetch(`${server.url}/v3/locations/${old}`);
      return ((await response.json()) as { id?: string }).id?.split(':').at(-1);
    };
    expect(server.stdout()).toContain('Serving 2 locations');
    expect(await serves()).toBe(shown);
    expect(await twins('list')).toContain(`${old} (city OLD): not shown, an alias of ${shown}`);
    const explained = await twins('explain', 'NL-ABC-E1');
    expect(explained).toContain(`${shown} shows it, since no other location was heard of lately.`);
    expect(explained).toContain(`hidden ${old}`);
    expect(await twins('explain', `here:evcp:charginglocation:${old}`)).toContain('NLABCE1: 2 locations tell of it.');

    await twins('split', 'NL*ABC*E1');
    await expect.poll(serves, { timeout: 10_000 }).toBe(old);
    expect(await twins('explain', 'NL*ABC*E1')).toContain('it was decided that they are no twins');
    expect((await listed()).decisions).toHaveLength(1);

    await twins('reset', 'NL*ABC*E1');
    await expect.poll(serves, { timeout: 10_000 }).toBe(shown);
    await twins('pin', 'NL*ABC*E1', old);
    await expect.poll(serves, { timeout: 10_000 }).toBe(old);
    expect(await twins('explain', 'NL*ABC*E1')).toContain('since it is pinned');
    await twins('reset');
    await expect.poll(serves, { timeout: 10_000 }).toBe(shown);
    await server.stop('SIGTERM');
    expect((await run(['status', ...data])).stdout).toContain('1 EVSEs that several locations tell of are shown once');
  });

  it('and serve --twins off shows every location', { timeout: 90_000 }, async () => {
    using directory = temporaryDirectory();
    const file = join(directory.path, 'feed.ndjson');
    writeLines(file, feed);
    const data = ['--data', directory.path];
    await run(['import', 'ocpi', file, '--source', 'city', ...data]);
    await using server = await runServer(['serve', '--port', '0', '--twins', 'off', ...data]);
    expect(server.stdout()).toContain('Serving 3 locations');
  });

  it('says what is wrong', { timeout: 120_000 }, async () => {
    using directory = temporaryDirectory();
    const file = join(directory.path, 'feed.ndjson');
    writeLines(file, feed);
    const data = ['--data', directory.path];
    expect((await run(['twins', 'list', ...data])).stderr).toContain('There is no store');
    await run(['import', 'ocpi', file, '--source', 'city', ...data]);
    const refused = async (...args: readonly string[]) => {
      const { code, stderr } = await run(['twins', ...args, ...data]);
      expect(code).toBe(2);
      return stderr;
    };
    expect(await refused('split', 'nobody')).toContain('nobody is neither the id of a location here nor an EVSE id.');
    expect(await refused('pin', '0', 'pan0-x')).toContain('0 is no EVSE id that could have twins.');
    expect(await refused('pin', 'NL*ABC*E1', 'pan0-x')).toContain('pan0-x is neither');
    const { locations } = JSON.parse((await run(['twins', 'list', '--json', ...data])).stdout) as Listed;
    const old = locations[0]?.contentId ?? '';
    expect(await refused('pin', 'NL*ABC*E2', old)).toContain(
      `The location ${old} has no EVSE NL*ABC*E2.\nIt has NL*ABC*E1.`,
    );
  });
});
