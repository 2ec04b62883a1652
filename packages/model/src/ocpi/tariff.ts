/** OCPI 2.3.0 edition 2, mod_tariffs, Tariff. Prices per kWh, hour or session; `step_size` in Wh or seconds. */
import { z } from 'zod';
import { daysOfWeek, tariffDimensions } from '../vocabulary/index.ts';
import { EnergyMix } from './energy-mix.ts';
import { DateTime, DisplayText, LocalDate, LocalTime } from './text.ts';

export const PriceLimit = z.object({
  before_taxes: z.number(),
  after_taxes: z.number().optional(),
});

export const PriceComponent = z.object({
  type: z.enum(tariffDimensions.values),
  price: z.number(),
  /** Percent; absent means unknown or none, which `tax_included` tells apart. */
  vat: z.number().optional(),
  step_size: z.int(),
});
export type PriceComponent = z.infer<typeof PriceComponent>;

export const TariffRestrictions = z.object({
  start_time: LocalTime.optional(),
  end_time: LocalTime.optional(),
  start_date: LocalDate.optional(),
  end_date: LocalDate.optional(),
  min_kwh: z.number().optional(),
  max_kwh: z.number().optional(),
  min_current: z.number().optional(),
  max_current: z.number().optional(),
  min_power: z.number().optional(),
  max_power: z.number().optional(),
  min_duration: z.int().optional(),
  max_duration: z.int().optional(),
  day_of_week: z.array(z.enum(daysOfWeek.values)).optional(),
  reservation: z.string().optional(),
});
export type TariffRestrictions = z.infer<typeof TariffRestrictions>;

export const TariffElement = z.object({
  price_components: z.array(PriceComponent).min(1),
  restrictions: TariffRestrictions.optional(),
});
export type TariffElement = z.infer<typeof TariffElement>;

export const Tariff = z.object({
  country_code: z.string(),
  party_id: z.string(),
  id: z.string(),
  currency: z.string(),
  type: z.string().optional(),
  tariff_alt_text: z.array(DisplayText).optional(),
  tariff_alt_url: z.string().optional(),
  min_price: PriceLimit.optional(),
  max_price: PriceLimit.optional(),
  elements: z.array(TariffElement).min(1),
  tax_included: z.enum(['YES', 'NO', 'N/A']),
  energy_mix: EnergyMix.optional(),
  start_date_time: DateTime.optional(),
  end_date_time: DateTime.optional(),
  last_updated: DateTime,
});
export type Tariff = z.infer<typeof Tariff>;
