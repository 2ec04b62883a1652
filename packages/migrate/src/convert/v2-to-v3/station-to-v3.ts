/** The step from v2 to v3, with everything it costs. */
import { factsOfChargingLocation, presentStation, vendorQuirks } from '@pantograph/model/v2';
import type { ChargingLocation } from '@pantograph/model/v3';
import { tellUnlike } from '../fate/unlike.ts';
import type { Ledger } from '../report/ledger.ts';
import { chargingLocationOf } from './convert-station.ts';
import type { StationInput } from './station-input.ts';
import { v2Fates } from './v2-fates.ts';

/** @param now ISO 8601, UTC. `undefined`: refused, and said why. */
export function stationToV3(station: StationInput, now: string, ledger: Ledger): ChargingLocation | undefined {
  const place = chargingLocationOf(station, now, ledger);
  if (place === undefined) return undefined;
  const back: StationInput = presentStation(
    { facts: factsOfChargingLocation(place), distance: undefined },
    vendorQuirks,
  );
  tellUnlike(station, back, v2Fates, '', ledger.in('v2'));
  return place;
}
