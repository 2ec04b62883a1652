/** The edges of the map: both sides of the antimeridian, next to a pole, and where both coordinates are 0. */
import type { LocationRecord } from '@pantograph/model/location';
import { demoPower, voltstad } from './companies.ts';
import { DEMO, ccs, connector, evse, location, type2 } from './record.ts';

const fiji = { country_code: 'FJ', party_id: 'VLT', country: 'FJI', time_zone: 'Pacific/Fiji', operator: voltstad };

const westOfTheLine = location(
  {
    ...fiji,
    id: 'DATE-WEST',
    city: 'Taveuni',
    address: 'Waiyevo Road 1',
    evses: [evse('DW-1', 'AVAILABLE', [type2('1', 32)])],
  },
  [-16.8, 179.99],
);

const eastOfTheLine = location(
  {
    ...fiji,
    id: 'DATE-EAST',
    city: 'Taveuni',
    address: 'Waiyevo Road 2',
    evses: [evse('DE-1', 'CHARGING', [ccs('1', 50_000)])],
  },
  [-16.8, -179.99],
);

const pole = location(
  {
    country_code: 'AQ',
    party_id: 'VLT',
    country: 'ATA',
    id: 'SOUTH-POLE',
    city: 'Amundsen-Scott',
    address: 'Ceremonial Pole',
    time_zone: 'Antarctica/McMurdo',
    operator: voltstad,
    evses: [evse('POLE-1', 'AVAILABLE', [type2('1', 16)])],
  },
  [-89.99, 45],
);

/** A plug that no table knows, of which nothing else is known either. */
const nullIsland = location(
  {
    country_code: 'GH',
    party_id: 'DMO',
    country: 'GHA',
    id: 'NULL-ISLAND',
    city: 'Gulf of Guinea',
    address: 'Buoy 13010',
    time_zone: 'Africa/Accra',
    operator: demoPower,
    evses: [evse('NULL-1', 'OPERATIONAL', [connector('1', 'SEAWATER_PLUG')])],
  },
  [0, 0],
  { source: DEMO },
);

export const edgeLocations: readonly LocationRecord[] = [westOfTheLine, eastOfTheLine, pole, nullIsland];
