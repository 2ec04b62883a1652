/** Contract v3, Evse. */
import type { Site } from '../../location/index.ts';
import type { Evse as OcpiEvse } from '../../ocpi/index.ts';
import type { EnumDialect } from '../../vocabulary/index.ts';
import { evseCapabilities, paymentSupportOfCapability, paymentSupportsOf, spellAllIn } from '../../vocabulary/index.ts';
import { spellStatusIn } from '../../vocabulary/index.ts';
import type { Evse } from '../wire/index.ts';
import { presentConnector } from './connector.ts';
import { keptEvseId } from './identifier.ts';
import { known, unlessEmpty } from './known.ts';
import { presentParking } from './parking.ts';
import { positionOf } from './position.ts';
import { presentStatusInfo } from './status-info.ts';
import type { TariffList } from './tariff-list.ts';

export interface EvseOptions {
  readonly enums: EnumDialect;
  /** Adds what the field group `truckRestrictions` guards. */
  readonly withTruckData: boolean;
  readonly tariffs?: TariffList | undefined;
  /** Adds where the status comes from and how old it is then. */
  readonly statusInfoAt?: Date | undefined;
}

/** `undefined` where the dialect leaves EVSEs of that status out. */
export function presentEvse(site: Site, evse: OcpiEvse, options: EvseOptions): Evse | undefined {
  const { enums, withTruckData, tariffs, statusInfoAt } = options;
  const status = spellStatusIn(enums, evse.status);
  if (status === undefined) return undefined;
  const capabilities = (evse.capabilities ?? []).filter((one) => paymentSupportOfCapability(one) === undefined);
  return known({
    uid: evse.uid,
    status,
    modified: modifiedAt(site, evse),
    connectors: evse.connectors.map((connector) => presentConnector(connector, enums, tariffs)),
    id: keptEvseId(site.contentId, evse),
    evseId: evse.evse_id,
    capabilities: unlessEmpty(spellAllIn(enums, evseCapabilities, capabilities)),
    floorLevel: evse.floor_level,
    physicalReference: evse.physical_reference,
    location: evse.coordinates && positionOf(evse.coordinates),
    paymentSupports: unlessEmpty(paymentSupportsOf(evse, site.extension.evses?.[evse.uid]?.paymentSupports)),
    parking: presentParking(site, evse, enums, withTruckData),
    statusInfo: statusInfoAt && presentStatusInfo(site, evse, statusInfoAt),
  });
}

/** The source said the status when it last touched the EVSE, or later by itself. */
function modifiedAt(site: Site, evse: OcpiEvse): string {
  const touched = Date.parse(evse.last_updated);
  const observed = Date.parse(site.statuses.get(evse.uid)?.observedAt ?? evse.last_updated);
  return new Date(Math.max(touched, observed)).toISOString();
}
