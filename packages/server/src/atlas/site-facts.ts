/** What filters ask of a location, taken out of it once. Each fact is plain data, so that equal ones can be told equal. */
import type { LocationExtension, OpeningTimes, Site } from '@pantograph/model/location';
import { brandOf, partnerIdOf } from '@pantograph/model/location';
import type { Connector, Evse, Location } from '@pantograph/model/ocpi';
import { paymentSupportsOf, v3StandardOf, vehicleCategoriesOf } from '@pantograph/model/vocabulary';
import type { VehicleLimits } from './vehicle-fit.ts';
import { vehicleLimitsOf } from './vehicle-fit.ts';

export interface ConnectorFacts {
  /** v3 spelling. */
  readonly standard: string;
  /** Absent where the power is not known. */
  readonly watts?: number;
  readonly current?: 'AC' | 'DC';
}

/** Of an EVSE, apart from its status. */
export interface EvseFacts {
  readonly connectors: readonly ConnectorFacts[];
  /** v3 EvsePaymentSupport, published spelling. */
  readonly payments: readonly string[];
  /** One per bay of the EVSE. */
  readonly vehicleLimits: readonly VehicleLimits[];
}

/** Of a location, apart from its position, texts and EVSEs. */
export interface SiteFacts {
  readonly suppliers: SupplierFacts;
  /** Partner ids of the eMSPs accepted. */
  readonly providers: readonly string[];
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly vehicles: readonly string[];
  readonly hours: OpeningTimes;
}

export interface SupplierFacts {
  /** Operator and sub-operator, lower case. */
  readonly names: readonly string[];
  /** Their partner ids. */
  readonly ids: readonly string[];
  readonly brand?: BrandFacts;
}

/** Of the one that a place is known by. */
export interface BrandFacts {
  /** Partner id. */
  readonly id: string;
  readonly name: string;
}

/** As much of a site as facts come from. */
type Described = Pick<Site, 'location' | 'extension'>;

export function siteFactsOf({ location, extension }: Described): SiteFacts {
  return {
    suppliers: suppliersOf(location, extension),
    providers: (extension.eMobilityServiceProviders ?? []).map((provider) => provider.partnerId).sort(),
    country: location.country,
    vehicles: vehiclesOf(location, extension),
    hours: {
      time_zone: location.time_zone,
      ...(location.opening_times === undefined ? {} : { opening_times: location.opening_times }),
    },
  };
}

export function evseFactsOf(site: Described, evse: Evse): EvseFacts {
  return {
    connectors: evse.connectors.map(connectorFactsOf),
    payments: paymentSupportsOf(evse, site.extension.evses?.[evse.uid]?.paymentSupports),
    vehicleLimits: vehicleLimitsOf(site, evse),
  };
}

function connectorFactsOf(connector: Connector): ConnectorFacts {
  const { power_type: powerType, max_electric_power: watts } = connector;
  return {
    standard: v3StandardOf(connector.standard),
    ...(watts === undefined ? {} : { watts }),
    ...(powerType === undefined ? {} : { current: powerType === 'DC' ? 'DC' : 'AC' }),
  };
}

function suppliersOf(location: Location, extension: LocationExtension): SupplierFacts {
  const { operator, suboperator } = location;
  const names: string[] = [];
  const ids: string[] = [];
  for (const [company, statedId] of [
    [operator, extension.operatorPartnerId],
    [suboperator, extension.suboperatorPartnerId],
  ] as const) {
    if (company !== undefined) names.push(company.name.toLowerCase());
    const id = statedId ?? (company === undefined ? undefined : knownPartnerIdOf(company.name));
    if (id !== undefined) ids.push(id);
  }
  const brand = brandOf(location);
  if (brand === undefined) return { names, ids };
  const stated = suboperator === undefined ? extension.operatorPartnerId : extension.suboperatorPartnerId;
  return { names, ids, brand: { id: stated ?? knownPartnerIdOf(brand.name), name: brand.name } };
}

/** What the feed says, else what bays are for. A location that names no vehicle is for cars. */
function vehiclesOf(location: Location, extension: LocationExtension): readonly string[] {
  if (extension.supportedVehicles !== undefined && extension.supportedVehicles.length > 0) {
    return extension.supportedVehicles;
  }
  const ofBays = vehicleCategoriesOf((location.parking_places ?? []).flatMap((bay) => bay.vehicle_types));
  return ofBays.length > 0 ? ofBays : ['car'];
}

// Companies are few and their ids are hashes.
const partnerIds = new Map<string, string>();
const MOST_PARTNER_IDS = 10_000;

function knownPartnerIdOf(name: string): string {
  const known = partnerIds.get(name);
  if (known !== undefined) return known;
  const id = partnerIdOf(name);
  if (partnerIds.size < MOST_PARTNER_IDS) partnerIds.set(name, id);
  return id;
}
