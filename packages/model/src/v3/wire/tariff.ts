/** Contract v3: Tariff, TariffElement, PriceComponent. Prices without VAT, per kWh, hour or session. */
import { z } from 'zod';
import { component, unique } from './component.ts';
import { DayOfWeek, PriceDimension, TariffType } from './enumerations.ts';
import { TimePeriod } from './opening-hours.ts';

export const PriceComponent = component(
  'PriceComponent',
  z.object({
    dimension: PriceDimension,
    price: z.number().describe('Without VAT, per kWh, hour or session. A free charge is a flat price of 0.'),
    vat: z.number().describe('Percent; absent where there is none or the source says nothing.').optional(),
    step: z.number().describe('Wh for energy, seconds for time; each started step is billed.').optional(),
  }),
);
export type PriceComponent = z.infer<typeof PriceComponent>;

export const TariffCondition = component(
  'TariffCondition',
  z.object({
    date: z.object({ from: z.iso.date().optional(), to: z.iso.date().describe('Exclusive.').optional() }).optional(),
    days: z.array(DayOfWeek).max(7).optional(),
    duration: z
      .object({
        min: z.int().min(0).describe('Inclusive.').optional(),
        max: z.int().min(0).describe('Exclusive.').optional(),
      })
      .describe('Seconds since the charging session began.')
      .optional(),
    time: TimePeriod.describe('Wraps over midnight where `to` is before `from`.').optional(),
    overstayBatteryLevel: z.int().min(0).max(100).optional(),
  }),
);
export type TariffCondition = z.infer<typeof TariffCondition>;

export const TariffElement = component(
  'TariffElement',
  z.object({ components: z.array(PriceComponent).min(1).max(4), condition: TariffCondition.optional() }),
);
export type TariffElement = z.infer<typeof TariffElement>;

export const Tariff = component(
  'Tariff',
  z.object({
    partner: z.string(),
    partnerId: z.string(),
    currency: z.string(),
    elements: unique(TariffElement)
      .min(1)
      .describe('In order of precedence: per dimension, the first element whose condition holds gives the price.'),
    name: z.string().optional(),
    type: TariffType.optional(),
  }),
);
export type Tariff = z.infer<typeof Tariff>;
