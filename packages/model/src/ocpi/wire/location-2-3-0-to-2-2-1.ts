import type { Converted } from '../../notice/index.ts';
import { valuesIn } from './enumerations.ts';
import { Losses, without } from './losses.ts';
import type { Location221, Location230 } from './schemas.ts';

type Evse230 = Location230['evses'][number];
type Evse221 = Location221['evses'][number];

/** OCPI 2.3.0 to 2.2.1: parking places, service providers and new plugs have no place; enumerations close. */
export function locationTo221(location: Location230): Converted<Location221> {
  const losses = new Losses('OCPI 2.2.1');
  losses.dropField('/parking_places', location.parking_places);
  losses.dropField('/help_phone', location.help_phone);
  const facilities = losses.keepKnown('/facilities', location.facilities, valuesIn('2.2.1', 'facilities'));
  const parkingType = losses.keepIfKnown('/parking_type', location.parking_type, valuesIn('2.2.1', 'parkingTypes'));
  return {
    value: {
      ...without(location, 'parking_places', 'help_phone'),
      facilities,
      parking_type: parkingType,
      evses: location.evses.flatMap((evse, at) => evseTo221(evse, `/evses/${at}`, losses)),
    },
    notices: losses.notices,
  };
}

function evseTo221(evse: Evse230, path: string, losses: Losses): Evse221[] {
  losses.dropField(`${path}/parking`, evse.parking);
  losses.dropField(`${path}/accepted_service_providers`, evse.accepted_service_providers);
  const standards = valuesIn('2.2.1', 'connectorTypes');
  const connectors = evse.connectors.flatMap((connector, at) => {
    const connectorPath = `${path}/connectors/${at}`;
    if (!standards.has(connector.standard)) {
      losses.dropValue(`${connectorPath}/standard`, connector.standard);
      return [];
    }
    losses.dropField(`${connectorPath}/capabilities`, connector.capabilities);
    return [without(connector, 'capabilities')];
  });
  if (connectors.length === 0) {
    losses.dropValue(path, evse.uid);
    return [];
  }
  const capabilities = losses.keepKnown(`${path}/capabilities`, evse.capabilities, valuesIn('2.2.1', 'capabilities'));
  const restrictions = losses.keepKnown(
    `${path}/parking_restrictions`,
    evse.parking_restrictions,
    valuesIn('2.2.1', 'parkingRestrictions'),
  );
  return [
    {
      ...without(evse, 'parking', 'accepted_service_providers'),
      capabilities,
      parking_restrictions: restrictions,
      connectors,
    },
  ];
}
