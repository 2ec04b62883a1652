import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLocation } from '@pantograph/feeds/ocpi';
import { ask } from '../testing/ask.ts';
import type { ServerUnderTest } from '../testing/server-under-test.ts';
import { serverUnderTest } from '../testing/server-under-test.ts';
import { connector, evse, location, pushedAt, tariff } from '../testing/wire-objects.ts';

let server: ServerUnderTest;
let giver: string;
let reader: string;
beforeEach(async () => {
  server = await serverUnderTest();
  giver = server.befriend('giver');
  reader = server.befriend('reader', ['FR/EMS']);
  await server.store.putSource({ name: 'giver', redistribute: true });
});
afterEach(() => server.close());

const put = (path: string, body: object) =>
  ask(`${server.url}/ocpi/receiver/2.3.0/${path}`, { method: 'PUT', token: giver, body });
const held = (version: string, path: string) => ask(`${server.url}/ocpi/receiver/${version}/${path}`, { token: giver });
const given = (version: string, path: string) => ask(`${server.url}/ocpi/sender/${version}/${path}`, { token: reader });

describe('what OCPI requires of a connector and nobody told', () => {
  const bare = { id: '3', standard: 'CHADEMO', last_updated: pushedAt };
  const told = connector('4', { format: 'CABLE', max_voltage: undefined });
  beforeEach(() => put('locations/NL/ABC/L1', location('L1', { evses: [evse('E1', { connectors: [bare, told] })] })));

  it.each(['2.2.1', '2.3.0'])('is filled in and marked in %s', async (version) => {
    const filled = ['max_voltage', 'format', 'max_amperage'];
    const { data } = await given(version, 'locations/L1/E1/3');
    expect(data).toMatchObject({ format: 'CABLE', max_voltage: 400, max_amperage: 50, pantograph: { filled } });
    expect((await given(version, 'locations')).data).toMatchObject([
      { evses: [{ connectors: [{ pantograph: { filled } }, { pantograph: { filled: ['max_voltage'] } }] }] },
    ]);
  });

  it.each(['2.2.1', '2.3.0'])('is unknown to our own reader of %s', async (version) => {
    const { data } = await given(version, 'locations/L1');
    const reading = readLocation(data, { source: 'second', receivedAt: pushedAt });
    const [third, fourth] = reading.ok ? (reading.record.location.evses[0]?.connectors ?? []) : [];
    expect(third).toEqual({ ...bare, power_type: 'DC' });
    expect(fourth).toMatchObject({ format: 'CABLE', max_amperage: 16 });
    expect(fourth).not.toHaveProperty('max_electric_power', expect.anything());
    const codes = reading.ok ? reading.record.notices.map(({ code }) => code) : [];
    expect(codes).not.toContain('unknown_field');
  });

  it.each(['2.1.1', '2.2.1', '2.3.0'])('is not shown by %s to who did not send it', async (version) => {
    for (const path of ['', '/E1', '/E1/3']) {
      const { data } = await held(version, `locations/NL/ABC/L1${path}`);
      const text = JSON.stringify(data);
      expect(text).toContain('CHADEMO');
      expect(text).not.toMatch(/400|voltage":(?!230)|pantograph/);
    }
  });
});

describe('what a version cannot carry', () => {
  it('of tariffs is neither listed nor counted, and said to be held', async () => {
    await put('tariffs/NL/ABC/T1', tariff('T1', { tax_included: 'YES' }));
    await put('tariffs/NL/ABC/T2', tariff('T2'));
    const older = await given('2.2.1', 'tariffs?limit=1');
    expect(older).toMatchObject({ data: [{ id: 'T2' }] });
    expect(older.headers.get('x-total-count')).toBe('1');
    expect(older.headers.get('link')).toBeNull();
    expect((await given('2.3.0', 'tariffs')).headers.get('x-total-count')).toBe('2');
    const answer = await held('2.2.1', 'tariffs/NL/ABC/T1');
    expect(answer).toMatchObject({ http: 404, code: 2000 });
    expect(answer.message).toMatch(/T1.*2\.2\.1/);
    // Replaced by one that all versions can say.
    await put('tariffs/NL/ABC/T1', tariff('T1'));
    expect((await given('2.2.1', 'tariffs')).headers.get('x-total-count')).toBe('2');
  });

  it('of locations is said to be held, and not to be unknown', async () => {
    const evses = [
      evse('E1'),
      evse('E2', { connectors: [] }),
      evse('E3', { connectors: [connector('1', { standard: 'MCS' })] }),
    ];
    await put('locations/NL/ABC/L1', location('L1', { evses }));
    for (const path of ['L1/E2', 'L1/E3', 'L1/E3/1']) {
      for (const answer of await Promise.all([
        held('2.2.1', `locations/NL/ABC/${path}`),
        given('2.2.1', `locations/${path}`),
      ])) {
        expect(answer).toMatchObject({ http: 404, code: 2000 });
        expect(answer.message).toMatch(/is here, but OCPI 2\.2\.1/);
      }
    }
    expect(await held('2.2.1', 'locations/NL/ABC/L1/E9')).toMatchObject({ http: 404, code: 2003 });
    expect(await given('2.2.1', 'locations/L1/E9')).toMatchObject({ http: 404, code: 2003 });
  });
});
