/** The step from v3 to v2, with everything it costs. */
import type { EvStation } from '@pantograph/model/v2';
import { factsOfChargingLocation, presentStation, vendorQuirks } from '@pantograph/model/v2';
import type { ChargingLocation } from '@pantograph/model/v3';
import { tellUnlike } from '../fate/unlike.ts';
import { Ledger } from '../report/ledger.ts';
import type { Tell } from '../report/ledger.ts';
import { chargingLocationOf } from '../v2-to-v3/convert-station.ts';
import { tellGains } from './group-gains.ts';
import { tellTariffLosses } from './tariff-losses.ts';
import { v3Fates } from './v3-fates.ts';

/** @param place in OCPI's spelling */
export function locationToV2(place: ChargingLocation, ledger: Ledger): EvStation {
  const tell = ledger.in('v3');
  const station = presentStation({ facts: factsOfChargingLocation(place), distance: undefined }, vendorQuirks);
  const back = chargingLocationOf(station, '', new Ledger());
  if (back === undefined) throw new Error(`v2 of ${place.id} has no id`);
  tellUnlike(place, withBrandInPlace(place, back, tell), fatesFor(place), '', tell);
  tellGains(place.evses ?? [], back.evses ?? [], tell);
  tellTariffLosses(place, back, tell);
  return station;
}

/** The brand comes back as the operator; where it is the sub-operator's, that is what it has to be compared with. */
function withBrandInPlace(place: ChargingLocation, back: ChargingLocation, tell: Tell): ChargingLocation {
  if (place.suboperator === undefined) return back;
  tell('suboperator_as_brand', '/suboperator', place.suboperator.name);
  const { operator, ...others } = back;
  return { ...others, suboperator: operator };
}

/** Groups follow from EVSEs only where there are any. */
function fatesFor({ evses }: ChargingLocation): typeof v3Fates {
  return evses === undefined ? { ...v3Fates, connectorGroups: 'field_dropped' } : v3Fates;
}
