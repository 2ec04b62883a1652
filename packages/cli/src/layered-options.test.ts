import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { temporaryDirectory } from '../test/temporary-directory.ts';
import { Failure } from './failure.ts';
import { serveOptions } from './serve-options.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** What `serve` says to the person who starts it so. */
async function refusalOf(args: readonly string[]): Promise<string> {
  const command = serveOptions(new Command('serve'), 'data').action(() => undefined);
  const error: unknown = await command.parseAsync(args, { from: 'user' }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Failure ? `${error.message}\n${error.advice}` : String(error);
}

describe('what cannot be right is refused, with the place where it stands', () => {
  test.each([
    ['# so\nprot: 9000\n', /p\.yaml, line 2: serve has no option prot\.\nDid you mean port\?/],
    ['key_rate: 1/s\n', /line 1: serve has no option key_rate\.\nDid you mean key-rate\?/],
    ['completely-else: 1\n', /no option completely-else\.\npantograph serve --help/],
    ['config: other.yaml\n', /no option config/],
    ['port: 99999\n', /line 1: port is wrong\.\nExpected a whole number from 0 to 65535/],
    ['port: [1, 2]\n', /line 1: port takes one value/],
    ['port:\n', /line 1: port needs a value/],
    ['host: { a: 1 }\n', /line 1: host needs a value/],
    ['enums: HERE\n', /line 1: enums is wrong\.\nAllowed choices are ocpi, here/],
    ['open: maybe\n', /line 1: open is wrong\.\nExpected true or false/],
    ['open: yes\nclosed: yes\n', /closed cannot be set together with open \(.*line 2.*line 1\)/],
    ['jwks-url: https://x.example\njwt-secret: s\n', /cannot be set together/],
    ['port: 1\nport: 2\n', /line 2: Map keys must be unique/],
    ['- port\n', /holds no settings/],
    ['a: b: c\n', /line 1: /],
  ])('%j', async (text, message) => {
    using directory = temporaryDirectory();
    writeFileSync(directory.file('p.yaml'), text);
    expect(await refusalOf(['--config', directory.file('p.yaml')])).toMatch(message);
  });

  test.each([
    [{ PANTOGRAPH_PORT: 'tcp://10.0.0.1:8080' }, /PANTOGRAPH_PORT is wrong\.\nExpected a whole number/],
    [{ PANTOGRAPH_OPEN: 'maybe' }, /PANTOGRAPH_OPEN is wrong\.\nExpected true or false/],
    [{ PANTOGRAPH_CONFIG: '/no/such/file' }, /Cannot read the settings in \/no\/such\/file: there is no such file/],
  ])('%j', async (env, message) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    expect(await refusalOf([])).toMatch(message);
  });
});
