import type { ContentId, LocationExtension, Site } from '@pantograph/model/location';
import type { Location } from '@pantograph/model/ocpi';
import { describe, expect, it } from 'vitest';
import { matchesFilter } from './matches-filter.ts';
import type { VehicleNeeds } from './query.ts';

const admits = (place: Site, vehicle: VehicleNeeds) => matchesFilter(place, { vehicle });

const time = '2026-01-01T00:00:00Z';
const bay = (id: string, height?: number) => ({
  id,
  vehicle_types: [],
  ...(height === undefined ? {} : { max_vehicle_height: height }),
});
function evse(
  uid: string,
  parkingId?: string,
  status: 'AVAILABLE' | 'REMOVED' = 'AVAILABLE',
): Location['evses'][number] {
  const parking = parkingId === undefined ? {} : { parking: [{ parking_id: parkingId }] };
  return { uid, status, connectors: [], ...parking, last_updated: time };
}
function site(extension: LocationExtension, parts: Partial<Location> = {}): Site {
  return {
    contentId: 's' as ContentId,
    source: { name: 'test' },
    location: {
      country_code: 'NL',
      party_id: 'TST',
      id: '1',
      publish: true,
      address: '',
      city: '',
      country: 'NLD',
      coordinates: { latitude: '0', longitude: '0' },
      evses: [evse('1')],
      time_zone: 'UTC',
      last_updated: time,
      ...parts,
    },
    extension,
    statuses: new Map(),
    tariffs: new Map(),
  };
}

describe('admits', () => {
  it('lets in what is not over a stated limit', () => {
    const garage = site({ vehicleLimitations: { height: 210, weight: 3500 } });
    expect(admits(garage, { heightCm: 210 })).toBe(true);
    expect(admits(garage, { heightCm: 211 })).toBe(false);
    expect(admits(garage, { heightCm: 200, weightKg: 3501 })).toBe(false);
  });

  it('does not take silence for space, unless told to', () => {
    expect(admits(site({}), { lengthCm: 500 })).toBe(false);
    expect(admits(site({}), { lengthCm: 500, unknownFits: true })).toBe(true);
    expect(admits(site({ vehicleLimitations: { length: 400 } }), { lengthCm: 500, unknownFits: true })).toBe(false);
  });

  it('knows what is open to the sky', () => {
    expect(admits(site({ truckRestrictions: { noClearanceHeight: true } }), { heightCm: 420 })).toBe(true);
    expect(admits(site({ evses: { '1': { noClearanceHeight: true } } }), { heightCm: 420 })).toBe(true);
  });

  it('wants one bay of one EVSE in use that fits in every dimension', () => {
    const evses = [evse('1', 'low'), evse('2', 'high')];
    const mixed = site({}, { evses, parking_places: [bay('low', 200), bay('high', 450)] });
    expect(admits(mixed, { heightCm: 400 })).toBe(true);
    const gone = site(
      {},
      { evses: [evse('1', 'low'), evse('2', 'high', 'REMOVED')], parking_places: [bay('low', 200), bay('high', 450)] },
    );
    expect(admits(gone, { heightCm: 400 })).toBe(false);
    const under = site(
      { vehicleLimitations: { height: 300 } },
      { evses, parking_places: [bay('low', 200), bay('high', 450)] },
    );
    expect(admits(under, { heightCm: 400 })).toBe(false);
  });

  it('has no room where there is no EVSE', () => {
    expect(admits(site({ vehicleLimitations: { height: 400 } }, { evses: [] }), { heightCm: 200 })).toBe(false);
  });
});
