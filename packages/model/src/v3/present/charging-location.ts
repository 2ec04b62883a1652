/**
 * Contract v3, ChargingLocation: one place from the stored truth, in either dialect. Nothing here or below writes an
 * enumeration's value itself: the vocabulary spells them all.
 */
import type { Site } from '../../location/index.ts';
import { parkingTypes, facilities, spellAllIn, spellIn, v3StandardOf } from '../../vocabulary/index.ts';
import { adhocOnly } from '../tariff-filter.ts';
import type { ChargingLocation } from '../wire/index.ts';
import { presentAddress } from './address.ts';
import { presentOperator, presentProviders, presentSuboperator } from './business-details.ts';
import { presentConnectorGroups } from './connector-groups.ts';
import { presentEnergyMix } from './energy-mix.ts';
import { presentEvse } from './evse.ts';
import { locationIdOf } from './identifier.ts';
import { known, unlessEmpty } from './known.ts';
import { presentName } from './name.ts';
import { presentOpeningHours } from './opening-hours.ts';
import type { LocationField, OwnField, PresentV3Options } from './options.ts';
import { presentReservationRequired } from './parking.ts';
import { presentPhone } from './phone.ts';
import { positionOf } from './position.ts';
import { presentRestrictions, presentSupportedVehicles } from './restrictions.ts';
import { tariffList } from './tariff-list.ts';
import { presentPullThrough, presentTruckRestrictions, presentVehicleLimitations } from './truck.ts';

type Part = Partial<ChargingLocation>;

export function presentV3(site: Site, options: PresentV3Options): ChargingLocation {
  const { location } = site;
  const wants = (field: LocationField | OwnField) => options.fields?.has(field) === true;
  return known<ChargingLocation>({
    id: locationIdOf(site.contentId, options.idPrefix),
    location: positionOf(location.coordinates),
    supportedVehicles: presentSupportedVehicles(site),
    name: presentName(location, options.naming),
    operator: presentOperator(site),
    suboperator: presentSuboperator(site),
    restrictions: presentRestrictions(site),
    ...(wants('address') && { address: presentAddress(location) }),
    ...(wants('locationInfo') && locationInfo(site, options)),
    ...(wants('emsps') && { eMobilityServiceProviders: unlessEmpty(presentProviders(site)) }),
    ...(wants('truckRestrictions') && truckData(site)),
    ...(wants('nearby') && nearby(site, options)),
    ...connectors(site, options, wants),
  });
}

/** False where `connectorTypes` (v3 spelling) leaves nothing of a location. */
export function hasConnectorType(site: Site, connectorTypes: ReadonlySet<string>): boolean {
  return site.location.evses.some(
    (evse) =>
      evse.status !== 'REMOVED' &&
      evse.connectors.some((connector) => connectorTypes.has(v3StandardOf(connector.standard))),
  );
}

function locationInfo(site: Site, { enums, now }: PresentV3Options): Part {
  const { location, extension } = site;
  return {
    accessPoints: unlessEmpty(extension.accessPoints ?? []),
    parkingType: location.parking_type && spellIn(enums, parkingTypes, location.parking_type),
    supportPhoneNumber: location.help_phone && presentPhone(location.help_phone),
    timeZone: location.time_zone,
    isPullThrough: presentPullThrough(site),
    openingHours: presentOpeningHours(location, enums, now),
    energyMix: location.energy_mix && presentEnergyMix(location.energy_mix, enums),
    cpoLocationId: location.id,
    reservationRequired: presentReservationRequired(site),
  };
}

function truckData(site: Site): Part {
  return {
    truckRestrictions: presentTruckRestrictions(site),
    vehicleLimitations: presentVehicleLimitations(site),
    isPullThrough: presentPullThrough(site),
  };
}

/** No source of ours has nearby places; what is on the spot is known. */
function nearby({ location, extension }: Site, { enums }: PresentV3Options): Part {
  const said = [...(location.facilities ?? []), ...(extension.facilityTypes ?? [])];
  return { facilityTypes: unlessEmpty(spellAllIn(enums, facilities, said)) };
}

/** Everything that has EVSEs or connectors in it, and the tariffs these refer to. */
function connectors(site: Site, options: PresentV3Options, wants: (field: LocationField | OwnField) => boolean): Part {
  const { enums, connectorTypes, now, tariffFilter = adhocOnly } = options;
  const statusInfoAt = wants('statusInfo') ? now : undefined;
  const withReferences = wants('evses') || wants('statusInfo');
  const withTruckData = wants('truckRestrictions');
  const tariffs = wants('tariffs') ? tariffList(site, tariffFilter, enums, now) : undefined;
  const shown = site.location.evses.filter(
    (evse) =>
      connectorTypes === undefined ||
      evse.connectors.some((connector) => connectorTypes.has(v3StandardOf(connector.standard))),
  );
  return {
    ...(withReferences && {
      // A location of which no EVSE is told has some, if it charges anybody: absent, as all that is not known.
      evses: unlessEmpty(
        shown.flatMap((evse) => presentEvse(site, evse, { enums, withTruckData, tariffs, statusInfoAt }) ?? []),
      ),
    }),
    ...(wants('connectorGroups') && {
      connectorGroups: unlessEmpty(presentConnectorGroups(shown, { connectorTypes, withReferences, tariffs })),
    }),
    tariffs: tariffs && unlessEmpty(tariffs.tariffs()),
  };
}
