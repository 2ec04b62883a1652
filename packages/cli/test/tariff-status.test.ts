import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { locationOf, tariff, writeLines } from './feed.ts';
import { run } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const byPower = [{ ...tariff.elements[0], restrictions: { min_power: 50 } }];
const tariffs = [
  tariff,
  { ...tariff, id: 'power', elements: byPower },
  { ...tariff, id: 'capped', max_price: { before_taxes: 30 } },
];

/** A place whose connectors have these tariffs. */
function priced(id: string, tariff_ids: readonly string[]) {
  const location = locationOf(id);
  return {
    ...location,
    evses: location.evses.map((evse) => ({
      ...evse,
      connectors: evse.connectors.map((connector) => ({ ...connector, tariff_ids })),
    })),
  };
}

const locations = [priced('one', ['day', 'power', 'TX', 'capped']), priced('two', ['TX', 'tx', 'DAY'])];

/** What is to be said of them, wherever it is said. */
const findings = [
  {
    ...{ code: 'tariff_dangling', severity: 'warning', count: 2 },
    first: { id: 'one', path: '/evses/0/connectors/0/tariff_ids/2', message: expect.stringContaining('TX') as unknown },
  },
  {
    ...{ code: 'tariff_not_in_v3', severity: 'warning', count: 1 },
    first: { id: 'power', path: '/elements/0/restrictions/min_power' },
  },
  { code: 'tariff_partly_in_v3', severity: 'warning', count: 1, first: { id: 'capped', path: '/max_price' } },
];

function expectFindings(notices: unknown): void {
  for (const { first, ...finding } of findings) {
    const examples = expect.arrayContaining([expect.objectContaining(first)]) as unknown;
    expect(notices).toContainEqual(expect.objectContaining({ ...finding, examples }));
  }
}

test('an import, dry or not, and status --tariffs tell where v3 shows no price, or part of one', async () => {
  using directory = temporaryDirectory();
  const data = ['--data', directory.file('data')];
  writeLines(directory.file('locations'), locations);
  writeLines(directory.file('tariffs'), tariffs);
  const feeds = [directory.file('locations'), '--tariffs', directory.file('tariffs'), '--source', 'city'];
  const report = directory.file('report.json');
  for (const dry of [['--dry-run'], []]) {
    const imported = await run(['import', 'ocpi', ...feeds, '--report', report, ...dry, ...data]);
    expect(imported.code).toBe(0);
    expect(imported.stdout).toMatch(/warning +2 +tariff_dangling\n.*id one: .*TX/);
    expectFindings((JSON.parse(readFileSync(report, 'utf8')) as { readonly notices: unknown }).notices);
  }
  const { code, stdout } = await run(['status', '--tariffs', ...data]);
  expect(code).toBe(0);
  expect(stdout).toContain('city: 3 tariffs, which locations refer to 6 times\n');
  expect(stdout).toMatch(/warning +2 +tariff_dangling\n +one \/evses.*TX/);
  const json = JSON.parse((await run(['status', '--tariffs', '--json', ...data])).stdout) as {
    sources: readonly { source: string; notices: unknown }[];
  };
  expect(json.sources).toMatchObject([{ source: 'city', tariffs: 3, references: 6 }]);
  expectFindings(json.sources[0]?.notices);
});

test('a reference to what came before, or is there already, does not dangle', async () => {
  using directory = temporaryDirectory();
  const data = ['--source', 'city', '--data', directory.file('data')];
  const [whole, later] = [priced('one', ['day']), { ...priced('two', ['DAY']), party_id: 'XYZ' }];
  writeLines(directory.file('first'), [whole]);
  writeLines(directory.file('second'), [later]);
  writeLines(directory.file('tariffs'), [tariff]);
  const first = await run(['import', 'ocpi', directory.file('first'), '--tariffs', directory.file('tariffs'), ...data]);
  expect(first.stdout).toContain('2 added');
  expect(first.stdout).not.toContain('tariff_');
  const second = await run(['import', 'ocpi', directory.file('second'), ...data]);
  expect(second.stdout).toContain('1 added');
  expect(second.stdout).not.toContain('tariff_');
  const { stdout } = await run(['status', '--tariffs', '--data', directory.file('data')]);
  expect(stdout).toContain('Every reference leads to a tariff');
});

test('source check tells it too, and status what the last pull found', async () => {
  using directory = temporaryDirectory();
  const data = ['--data', directory.path];
  writeFileSync(directory.file('locations.json'), JSON.stringify(locations));
  writeFileSync(directory.file('tariffs.json'), JSON.stringify(tariffs));
  const feeds = ['--locations', directory.file('locations.json'), '--tariffs', directory.file('tariffs.json')];
  await run(['source', 'add', 'city', '--kind', 'file', ...feeds, '--schedule', 'by hand', ...data]);
  const checked = await run(['source', 'check', 'city', '--json', ...data]);
  expect(checked.code).toBe(0);
  expectFindings((JSON.parse(checked.stdout) as { readonly notices: unknown }).notices);
  expect((await run(['source', 'pull', 'city', ...data])).stdout).toMatch(/warning +2 +tariff_dangling/);
  expect((await run(['status', ...data])).stdout).toMatch(/warning tariff_dangling \(2\): .*TX/);
});
