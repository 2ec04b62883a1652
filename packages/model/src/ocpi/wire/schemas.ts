/**
 * The wire shapes of OCPI 2.3.0, 2.2.1 and 2.1.1, each derived from the stored one: what a version adds or lacks is said once.
 * OCPI mod_locations and mod_tariffs of the three versions.
 */
import { z } from 'zod';
import { connectorFormats, powerTypes, statuses } from '../../vocabulary/index.ts';
import { BusinessDetails } from '../business-details.ts';
import { Connector } from '../connector.ts';
import { EnergyMix } from '../energy-mix.ts';
import { Evse, StatusSchedule } from '../evse.ts';
import { Hours } from '../hours.ts';
import { Location } from '../location.ts';
import { Parking } from '../parking.ts';
import { Tariff } from '../tariff.ts';

const WireStatus = z.enum(statuses.map((row) => row.status).filter((status) => status !== 'OPERATIONAL'));

const Connector230 = Connector.extend({
  format: z.enum(connectorFormats.values),
  power_type: z.enum(powerTypes.values),
  max_voltage: z.int().min(1),
  max_amperage: z.int().min(1),
});
const Evse230 = Evse.extend({
  status: WireStatus,
  status_schedule: z.array(StatusSchedule.extend({ status: WireStatus })).optional(),
  connectors: z.array(Connector230).min(1),
});
export const Location230 = Location.extend({
  evses: z.array(Evse230),
  parking_places: z
    .array(Parking.extend({ restricted_to_type: z.boolean(), reservation_required: z.boolean() }))
    .optional(),
});
export type Location230 = z.infer<typeof Location230>;

const Evse221 = Evse230.omit({ parking: true, accepted_service_providers: true }).extend({
  connectors: z.array(Connector230.omit({ capabilities: true })).min(1),
});
export const Location221 = Location230.omit({ parking_places: true, help_phone: true }).extend({
  evses: z.array(Evse221),
});
export type Location221 = z.infer<typeof Location221>;

const Connector211 = Connector230.omit({
  capabilities: true,
  max_voltage: true,
  max_amperage: true,
  max_electric_power: true,
  tariff_ids: true,
}).extend({
  power_type: z.enum(['AC_1_PHASE', 'AC_3_PHASE', 'DC']),
  voltage: z.int(),
  amperage: z.int(),
  tariff_id: z.string().optional(),
});
const EnergyMix211 = EnergyMix.omit({ environ_impact: true }).extend({
  environ_impact: z.array(z.object({ source: z.string(), amount: z.number() })).optional(),
});
export const Location211 = Location221.omit({
  country_code: true,
  party_id: true,
  publish: true,
  publish_allowed_to: true,
  state: true,
  parking_type: true,
}).extend({
  type: z.string(),
  postal_code: z.string(),
  time_zone: z.string().optional(),
  evses: z.array(Evse221.extend({ connectors: z.array(Connector211).min(1) })),
  opening_times: Hours.optional(),
  operator: BusinessDetails.optional(),
  energy_mix: EnergyMix211.optional(),
});
export type Location211 = z.infer<typeof Location211>;

const Price = z.object({ excl_vat: z.number(), incl_vat: z.number().optional() });
export const Tariff221 = Tariff.omit({ tax_included: true, min_price: true, max_price: true }).extend({
  min_price: Price.optional(),
  max_price: Price.optional(),
});
export type Tariff221 = z.infer<typeof Tariff221>;
export const Tariff211 = Tariff221.omit({
  country_code: true,
  party_id: true,
  type: true,
  min_price: true,
  max_price: true,
  start_date_time: true,
  end_date_time: true,
  energy_mix: true,
}).extend({ energy_mix: EnergyMix211.optional() });
export type Tariff211 = z.infer<typeof Tariff211>;
