/** Objects made to be slow or to overflow: each is at most a few megabytes, and reading one takes no longer than its size. */
import { readLocation } from '@pantograph/feeds/ocpi';
import { describe, expect, it } from 'vitest';
import { fullLocation } from './full-objects.ts';
import { chunksOf, readAll } from './read-all.ts';

const context = { source: 'hostile', receivedAt: '2025-03-02T00:00:00.000Z' };
const MANY = 20_000;
const many = <T>(make: (index: number) => T): T[] => Array.from({ length: MANY }, (_, index) => make(index));
const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
const [evse] = fullLocation.evses;
const [connector] = evse?.connectors ?? [];

const locations: Readonly<Record<string, unknown>> = {
  'a name nested 100,000 deep': { ...fullLocation, name: deep },
  'an extension nested 100,000 deep': { ...fullLocation, pantograph: { evses: deep, accessPoints: deep } },
  'half a million spaces in a text': { ...fullLocation, address: `a${' '.repeat(500_000)}<b>b` },
  'half a million spaces in numbers': {
    ...fullLocation,
    coordinates: { latitude: `5${' '.repeat(500_000)}x`, longitude: '4.3571000' },
    opening_times: {
      regular_hours: [{ weekday: `1${' '.repeat(500_000)}x1`, period_begin: `8${' '.repeat(500_000)}x` }],
    },
  },
  'many connectors with one id': {
    ...fullLocation,
    evses: [{ ...evse, connectors: many((index) => ({ ...connector, terms_and_conditions: String(index) })) }],
  },
  'many EVSEs with one uid': {
    ...fullLocation,
    evses: many((index) => ({ ...evse, connectors: [{ id: String(index) }] })),
  },
  'many capabilities': { ...fullLocation, evses: [{ ...evse, capabilities: many((index) => `CAPABILITY_${index}`) }] },
  'many unknown fields': { ...fullLocation, ...Object.fromEntries(many((index) => [`field${index}`, 1])) },
};

describe('a hostile location', () => {
  for (const [what, location] of Object.entries(locations)) {
    it(`does no harm: ${what}`, () => {
      const reading = readLocation(location, context);
      const notices = reading.ok ? reading.record.notices : reading.notices;
      expect(notices.length).toBeGreaterThan(0);
      expect(JSON.stringify(notices).length).toBeLessThan(200_000);
      if (!reading.ok) expect(what).toContain('spaces in numbers');
    });
  }

  it('does no harm as text either', async () => {
    const brackets = `[${'['.repeat(4000)}${'}'.repeat(3_000_000)}`;
    const { failure } = await readAll(chunksOf(brackets));
    expect(failure?.notice.code).toBe('json_cut_short');
  });
});
