import { expect, it } from 'vitest';
import { ChargingLocation, locationFields, presentV3 } from '../index.ts';
import { NOW, evse, site } from '../testing/site.ts';

const SAID = '2026-03-10T11:00:00Z';
const plain = site({ evses: [evse('E1'), evse('E2')] });
const statuses = new Map([
  ['E1', { uid: 'E1', status: 'AVAILABLE' as const, observedAt: SAID, receivedAt: '2026-03-10T11:00:05Z' }],
]);
const told = { ...plain, statuses, source: { name: 'city' } };

function infoOf(given: typeof told & { source: { confirmedAt?: string } }, ...fields: 'evses'[]) {
  const shown = presentV3(given, { enums: 'ocpi', now: NOW, fields: new Set(['statusInfo' as const, ...fields]) });
  expect(ChargingLocation.safeParse(shown).error).toBeUndefined();
  return shown.evses?.map(({ statusInfo }) => statusInfo);
}

it('statusInfo tells of each EVSE where its status comes from and how old it is', () => {
  const expected = {
    observedAt: '2026-03-10T11:00:00.000Z',
    receivedAt: '2026-03-10T11:00:05.000Z',
    source: 'city',
    ageSeconds: 3600,
  };
  expect(infoOf(told)).toEqual([expected, undefined]);
  expect(infoOf(told, 'evses')).toEqual([expected, undefined]);
  const confirmed = { ...told, source: { name: 'city', confirmedAt: '2026-03-10T11:59:00Z' } };
  expect(infoOf(confirmed)?.[0]).toEqual({
    ...expected,
    confirmedAt: '2026-03-10T11:59:00.000Z',
    ageSeconds: 60,
  });
  const ahead = { ...told, source: { name: 'city', confirmedAt: '2026-03-11T12:00:00Z' } };
  expect(infoOf(ahead)?.[0]?.ageSeconds).toBe(0);
});

it('statusInfo is nowhere where it is not asked for', () => {
  const shown = presentV3(told, { enums: 'ocpi', now: NOW, fields: new Set(locationFields) });
  expect(JSON.stringify(shown)).not.toContain('statusInfo');
});
