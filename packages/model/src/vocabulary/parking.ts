/** How and for whom one parks at an EVSE. Source: OCPI 2.3.0 mod_locations; contract v3, enumerations. */
import { spellings } from './spelling.ts';

/** OCPI ParkingRestriction, v3 EvseParkingConditions. */
export const parkingConditions = spellings(
  [
    { ocpi: 'DISABLED', here: 'disabled' },
    { ocpi: 'CUSTOMERS', here: 'customers' },
    { ocpi: 'TAXIS', here: 'taxis' },
  ],
  { ocpiOnly: ['EV_ONLY', 'PLUGGED', 'MOTORCYCLES', 'EMPLOYEES', 'TENANTS'] },
);

/** OCPI ParkingDirection, v3 parkingDirection. `pullThrough` is OCPI's `Parking.drive_through`. */
export const parkingDirections = spellings(
  [
    { ocpi: 'PARALLEL', here: 'parallel' },
    { ocpi: 'PERPENDICULAR', here: 'perpendicular' },
    { ocpi: 'ANGLE', here: 'angle' },
  ],
  { hereOnly: ['pullThrough'] },
);

/** OCPI EVSEPosition, v3 evsePosition: where the EVSE stands, seen by the driver. */
export const evsePositions = spellings([
  { ocpi: 'LEFT', here: 'left' },
  { ocpi: 'RIGHT', here: 'right' },
  { ocpi: 'CENTER', here: 'center' },
]);
