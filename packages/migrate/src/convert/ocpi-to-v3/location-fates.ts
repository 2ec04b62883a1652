/** What becomes of each field of a stored location on the way to v3: a rule for what v3 has no place for. */
import { brandOf, splitAddress } from '@pantograph/model/location';
import type { Location } from '@pantograph/model/ocpi';
import { presentPhone } from '@pantograph/model/v3';
import { energySources, environmentalImpacts, paymentSupportOfCapability } from '@pantograph/model/vocabulary';
import { nothingToTell } from '../fate/comparisons.ts';
import type { Comparison, Fates } from '../fate/unlike.ts';
import { tellUnlike } from '../fate/unlike.ts';
import type { Tell } from '../report/ledger.ts';

type Evse = Location['evses'][number];
type Connector = Evse['connectors'][number];
type Company = NonNullable<Location['operator']>;
type Hours = NonNullable<Location['opening_times']>;
type Bay = NonNullable<Location['parking_places']>[number];
type Exceptional = NonNullable<Hours['exceptional_openings']>;

const kept = nothingToTell;

const logo: Fates<NonNullable<Company['logo']>> = {
  url: kept,
  thumbnail: kept,
  category: 'field_dropped',
  type: 'field_dropped',
  width: 'field_dropped',
  height: 'field_dropped',
};
const company: Fates<Company> = { name: kept, website: kept, logo };

const connector: Fates<Connector> = {
  id: kept,
  standard: kept,
  format: kept,
  power_type: kept,
  max_voltage: kept,
  max_amperage: kept,
  max_electric_power: kept,
  // Told with the tariffs.
  tariff_ids: kept,
  terms_and_conditions: kept,
  capabilities: (said, _back, path, tell) => {
    for (const [at, capability] of said.entries()) {
      const support = paymentSupportOfCapability(capability);
      tell(support === undefined ? 'value_dropped' : 'value_replaced', `${path}/${String(at)}`, capability);
    }
  },
  last_updated: 'field_dropped',
};

const evse: Fates<Evse> = {
  uid: kept,
  evse_id: kept,
  status: kept,
  status_schedule: 'field_dropped',
  capabilities: kept,
  connectors: { each: connector },
  floor_level: kept,
  coordinates: kept,
  physical_reference: kept,
  directions: 'field_dropped',
  parking_restrictions: kept,
  parking: 'bays_merged',
  images: 'field_dropped',
  accepted_service_providers: 'providers_merged',
  last_updated: kept,
};

const bay: Fates<Bay> = {
  id: 'field_dropped',
  physical_reference: 'field_dropped',
  vehicle_types: kept,
  max_vehicle_weight: kept,
  max_vehicle_height: kept,
  max_vehicle_length: kept,
  max_vehicle_width: kept,
  parking_space_length: 'field_dropped',
  parking_space_width: 'field_dropped',
  dangerous_goods_allowed: kept,
  direction: kept,
  drive_through: kept,
  restricted_to_type: 'field_dropped',
  reservation_required: kept,
  time_limit: 'field_dropped',
  roofed: 'field_dropped',
  images: 'field_dropped',
  lighting: 'field_dropped',
  refrigeration_outlet: 'field_dropped',
  standards: 'field_dropped',
  apds_reference: 'field_dropped',
};

const energyMix: Fates<NonNullable<Location['energy_mix']>> = {
  is_green_energy: kept,
  energy_sources: (said, _back, path, tell) => {
    for (const [at, { source, percentage }] of said.entries()) {
      const known = energySources.has(source) && percentage >= 0 && percentage <= 100;
      if (!known) tell('value_dropped', `${path}/${String(at)}`, source);
    }
  },
  environ_impact: (said, _back, path, tell) => {
    for (const [at, { category, amount }] of said.entries()) {
      if (!environmentalImpacts.has(category) || amount < 0) tell('value_dropped', `${path}/${String(at)}`, category);
    }
  },
  supplier_name: kept,
  energy_product_name: kept,
};

/** v3 lists the days of the year to come that differ; what is over, or is farther off, is not said. */
function exceptional(now: Date): Comparison<Exceptional> {
  const from = now.getTime();
  const to = from + 365 * 86_400_000;
  return (said, _back, path, tell) => {
    for (const [at, { period_begin: begin, period_end: end }] of said.entries()) {
      if (Date.parse(end) <= from || Date.parse(begin) >= to) tell('hours_exceptions', `${path}/${String(at)}`, begin);
    }
  };
}

export function locationFates(location: Location, now: Date): Fates<Location> {
  const brand = brandOf(location)?.name;
  return {
    // The party shows in the operator's id, where there is one.
    country_code: location.operator === undefined ? 'field_dropped' : kept,
    party_id: location.operator === undefined ? 'field_dropped' : kept,
    id: kept,
    publish: (said, _back, path, tell) => {
      if (!said) tell('unpublished', path, said);
    },
    publish_allowed_to: 'field_dropped',
    name: (said, _back, path, tell) => {
      if (said !== brand) tell('name_of_brand', path, said);
    },
    address: (said, _back, path, tell) => {
      if (splitAddress(said).houseNumber !== undefined) tell('address_split', path, said);
    },
    city: kept,
    postal_code: kept,
    state: kept,
    country: kept,
    coordinates: kept,
    related_locations: 'field_dropped',
    parking_type: kept,
    evses: { each: evse },
    parking_places: (said, _back, path, tell) => {
      if (said.length > 0) tell('bays_merged', path, said.length);
      tellBays(said, path, tell);
    },
    directions: 'field_dropped',
    operator: company,
    suboperator: company,
    owner: 'field_dropped',
    facilities: kept,
    time_zone: kept,
    opening_times: {
      twentyfourseven: kept,
      regular_hours: kept,
      exceptional_openings: exceptional(now),
      exceptional_closings: exceptional(now),
    },
    charging_when_closed: kept,
    images: 'field_dropped',
    energy_mix: energyMix,
    help_phone: (said, _back, path, tell) => {
      const phone = presentPhone(said);
      if (phone === undefined) tell('phone_not_international', path, said);
      else if (phone !== said) tell('phone_respelled', path, said);
    },
    last_updated: 'field_dropped',
  };
}

/** Bays are taken together; what is left of each is told field by field. */
function tellBays(said: readonly Bay[], path: string, tell: Tell): void {
  for (const [at, one] of said.entries()) tellUnlike(one, undefined, bay, `${path}/${String(at)}`, tell);
}
