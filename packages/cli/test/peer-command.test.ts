/** Two servers in processes of their own agree with each other, by the commands alone. */
import { describe, expect, it } from 'vitest';
import { run, runServer } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

describe('pantograph peer', () => {
  it('brings two servers together, gives them new tokens, and parts them', { timeout: 60_000 }, async () => {
    using here = temporaryDirectory();
    using there = temporaryDirectory();
    await using ours = await runServer(['serve', '--data', here.path, '--port', '0']);
    await using theirs = await runServer(['serve', '--data', there.path, '--port', '0']);
    const at = async (directory: string, ...args: readonly string[]) => {
      const done = await run(['peer', ...args, '--data', directory]);
      expect(done).toMatchObject({ code: 0 });
      return done.stdout;
    };
    const identity = (party: string, url: string) => [
      'identity',
      '--country',
      'NL',
      '--party',
      party,
      '--name',
      party,
      '--url',
      url,
    ];
    await at(here.path, ...identity('ABC', ours.url));
    expect(await at(there.path, ...identity('XYZ', theirs.url))).toContain(`${theirs.url}/ocpi/versions`);

    const token = (await at(there.path, 'invite', 'abc', '--allow-private', '--licence', 'CC0')).trim();
    const versions = `${theirs.url}/ocpi/versions`;
    const registered = await at(here.path, 'register', versions, '--name', 'xyz', '--token', token, '--allow-private');
    expect(registered).toBe('xyz is registered: OCPI 2.3.0, NL/XYZ\n');
    expect(await at(there.path, 'list')).toMatch(/^abc {2}registered {2}OCPI 2\.3\.0 {2}NL\/ABC/);

    expect(await at(here.path, 'rotate', 'xyz')).toContain('new tokens');
    expect(await at(there.path, 'list')).toContain('rotating');
    const shown = await at(there.path, 'show', 'abc', '--json');
    expect(JSON.parse(shown)).toMatchObject({ name: 'abc', state: 'rotating', link: { version: '2.3.0' } });
    expect(shown).not.toContain('"token"');

    expect(await at(here.path, 'unregister', 'xyz')).toContain('HTTP 200, OCPI 1000');
    expect(await at(there.path, 'list')).toContain('unregistered');
  });

  it('says what is missing', async () => {
    using directory = temporaryDirectory();
    const data = ['--data', directory.path];
    const invited = await run(['peer', 'invite', 'abc', ...data]);
    expect(invited).toMatchObject({ code: 2, stdout: '' });
    expect(invited.stderr).toContain('pantograph peer identity');
    expect((await run(['peer', 'show', 'nobody', ...data])).stderr).toContain('There is no peer nobody');
    const identity = [
      'peer',
      'identity',
      '--country',
      'NL',
      '--party',
      'ABC',
      '--name',
      'A',
      '--url',
      'https://a.example',
    ];
    await run([...identity, ...data]);
    const inside = ['peer', 'register', 'http://127.0.0.1:1/versions', '--name', 'x', '--token', 't'];
    expect((await run([...inside, ...data])).stderr).toMatch(/no address of the public internet[^]*--allow-private/);
    expect((await run([...inside, '--allow-private', ...data])).stderr).toContain('cannot be reached');
  });

  it('has names that no other source has, and names that can be names', async () => {
    using directory = temporaryDirectory();
    const data = ['--data', directory.path];
    const self = ['--country', 'NL', '--party', 'ABC', '--name', 'A', '--url', 'https://a.example'];
    const bad = await run(['peer', 'invite', 'bad name', ...data]);
    expect(bad).toMatchObject({ code: 2, stdout: '' });
    expect(bad.stderr).toContain('bad name');
    await run(['peer', 'identity', ...self, ...data]);
    expect(await run(['peer', 'invite', 'acme', '--redistribute', ...data])).toMatchObject({ code: 0 });
    const file = ['--kind', 'file', '--locations', 'one.json'];
    const added = await run(['source', 'add', 'acme', ...file, ...data]);
    expect(added).toMatchObject({ code: 2, stdout: '' });
    expect(added.stderr).toMatch(/acme is the name of an OCPI peer[^]*another name/);
    expect(await run(['source', 'add', 'city', ...file, ...data])).toMatchObject({ code: 0 });
    const taken = await run(['peer', 'invite', 'city', ...data]);
    expect(taken).toMatchObject({ code: 2, stdout: '' });
    expect(taken.stderr).toContain('There is a source city already');
    expect((await run(['peer', 'list', ...data])).stdout).not.toContain('city');
  });
});
