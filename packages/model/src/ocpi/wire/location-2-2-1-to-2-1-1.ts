import type { Converted } from '../../notice/index.ts';
import { energyMixIn211 } from './energy-mix-in-2-1-1.ts';
import { valuesIn } from './enumerations.ts';
import { Losses, without } from './losses.ts';
import type { Location211, Location221 } from './schemas.ts';

type Evse221 = Location221['evses'][number];
type Evse211 = Location211['evses'][number];
type Connector221 = Evse221['connectors'][number];
type Connector211 = Evse211['connectors'][number];

/** LocationType of 2.1.1 for a ParkingType of 2.2.1; what has none is OTHER. */
const locationTypes = new Set(['ON_STREET', 'PARKING_GARAGE', 'UNDERGROUND_GARAGE', 'PARKING_LOT']);

/** OCPI 2.2.1 to 2.1.1: who the object belongs to moves to the URL, power is volts and amperes only, one tariff a connector. */
export function locationTo211(location: Location221): Converted<Location211> {
  const losses = new Losses('OCPI 2.1.1');
  losses.dropField('/publish_allowed_to', location.publish_allowed_to);
  losses.dropField('/state', location.state);
  const facilities = losses.keepKnown('/facilities', location.facilities, valuesIn('2.1.1', 'facilities'));
  const mix = location.energy_mix;
  return {
    value: {
      ...without(location, 'country_code', 'party_id', 'publish', 'publish_allowed_to', 'state', 'parking_type'),
      type: locationType(location.parking_type, losses),
      postal_code: location.postal_code ?? missingPostalCode(losses),
      facilities,
      energy_mix: mix && energyMixIn211(mix),
      evses: location.evses.flatMap((evse, at) => evseTo211(evse, `/evses/${at}`, losses)),
    },
    notices: losses.notices,
  };
}

function locationType(parkingType: string | undefined, losses: Losses): string {
  if (parkingType === undefined) return 'UNKNOWN';
  if (locationTypes.has(parkingType)) return parkingType;
  losses.replaceValue('/parking_type', parkingType, 'OTHER');
  return 'OTHER';
}

/** `#NA` is how OCPI writes a required string that cannot be filled. */
function missingPostalCode(losses: Losses): string {
  losses.fillDefault('/postal_code', '#NA');
  return '#NA';
}

function evseTo211(evse: Evse221, path: string, losses: Losses): Evse211[] {
  const standards = valuesIn('2.1.1', 'connectorTypes');
  const connectors = evse.connectors.flatMap((connector, at) => {
    const connectorPath = `${path}/connectors/${at}`;
    if (standards.has(connector.standard)) return [connectorTo211(connector, connectorPath, losses)];
    losses.dropValue(`${connectorPath}/standard`, connector.standard);
    return [];
  });
  if (connectors.length === 0) {
    losses.dropValue(path, evse.uid);
    return [];
  }
  const capabilities = losses.keepKnown(`${path}/capabilities`, evse.capabilities, valuesIn('2.1.1', 'capabilities'));
  return [{ ...evse, capabilities, connectors }];
}

function connectorTo211(connector: Connector221, path: string, losses: Losses): Connector211 {
  losses.dropField(`${path}/max_electric_power`, connector.max_electric_power);
  for (const [at, id] of (connector.tariff_ids ?? []).entries()) {
    if (at > 0) losses.dropValue(`${path}/tariff_ids/${at}`, id);
  }
  return {
    ...without(connector, 'power_type', 'max_voltage', 'max_amperage', 'max_electric_power', 'tariff_ids'),
    power_type: powerTypeIn211(connector.power_type, `${path}/power_type`, losses),
    voltage: connector.max_voltage,
    amperage: connector.max_amperage,
    tariff_id: connector.tariff_ids?.[0],
  };
}

/** Two phases read as one: it promises less. */
function powerTypeIn211(
  powerType: Connector221['power_type'],
  path: string,
  losses: Losses,
): Connector211['power_type'] {
  if (powerType === 'AC_2_PHASE' || powerType === 'AC_2_PHASE_SPLIT') {
    losses.replaceValue(path, powerType, 'AC_1_PHASE');
    return 'AC_1_PHASE';
  }
  return powerType;
}
