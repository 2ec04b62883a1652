/** `extended.evAvailability`. Source: contract search, evAvailability; states by the guide's status table. */
import type { Site } from '../location/index.ts';
import type { Connector, Evse } from '../ocpi/index.ts';
import { legacyIdOfStandard, legacyStateOf } from '../vocabulary/index.ts';
import { defined, unlessEmpty } from './defined.ts';
import type { AvailabilityConnector, AvailabilityEvse, EvAvailability } from './wire/ev-availability.ts';

/** REMOVED EVSEs that are still kept are listed, OFFLINE. */
export function presentEvAvailability(site: Site): EvAvailability {
  const { location } = site;
  const evses = unlessEmpty(location.evses.map((evse) => presentEvse(site, evse)));
  return { stations: [defined({ id: site.contentId, cpoId: location.id, evses })] };
}

function presentEvse(site: Site, evse: Evse): AvailabilityEvse {
  return defined({
    id: evse.uid,
    cpoId: evse.uid,
    cpoEvseEMI3Id: evse.evse_id,
    state: legacyStateOf(evse.status),
    last_updated: statusTime(site, evse),
    connectors: unlessEmpty(evse.connectors.map(presentConnector)),
  });
}

function presentConnector(connector: Connector): AvailabilityConnector {
  const watts = connector.max_electric_power;
  return defined({
    id: connector.id,
    cpoId: connector.id,
    typeId: String(legacyIdOfStandard(connector.standard)),
    maxPowerLevel: watts === undefined ? undefined : watts / 1000,
  });
}

/** When the source last spoke of an EVSE's status; always with milliseconds, so that texts order like instants. */
export function statusTime(site: Site, evse: Evse): string {
  const said = site.statuses.get(evse.uid)?.observedAt ?? evse.last_updated;
  const instant = Date.parse(said);
  return Number.isNaN(instant) ? said : new Date(instant).toISOString();
}
