/** What `/v1/prices` answers; ours. Energy in kWh, power in kW, as in discovery; durations in minutes; money in `currency`. */
import { z } from 'zod';
import { TariffRestrictions } from '../ocpi/index.ts';
import { tariffDimensions, tariffTypes } from '../vocabulary/index.ts';
import { unknownPriceCodes } from './unknown-price.ts';

export const PricedConnectors = z.object({ evseUid: z.string(), connectorIds: z.array(z.string()).min(1) });
export type PricedConnectors = z.infer<typeof PricedConnectors>;

export const Amount = z.object({ exclVat: z.number().optional(), inclVat: z.number().optional() });
export type Amount = z.infer<typeof Amount>;

export const TimeSpan = z.object({ from: z.string(), to: z.string() });

export const PricedComponent = z.object({
  dimension: z.enum(tariffDimensions.values),
  unit: z.enum(['kWh', 'h', 'session']),
  quantity: z.number(),
  billed: z.number(),
  step: z.number().optional(),
  price: Amount,
  vat: z.number().optional(),
  amount: Amount,
  periods: z.array(TimeSpan),
});
export type PricedComponent = z.infer<typeof PricedComponent>;

export const OtherComponent = z.object({
  dimension: z.enum(tariffDimensions.values),
  unit: z.enum(['kWh', 'h', 'session']),
  price: Amount,
  vat: z.number().optional(),
  restrictions: TariffRestrictions.optional(),
});
export type OtherComponent = z.infer<typeof OtherComponent>;

export const assumptions = ['no_vat_stated', 'unpriced_time_is_free'] as const;

export const sessionAssumptions = ['constant_power', 'power_of_connector'] as const;

export const PricedTariff = z.object({
  id: z.string(),
  partner: z.string(),
  partnerId: z.string(),
  name: z.string().optional(),
  type: z.enum(tariffTypes),
});
export type PricedTariff = z.infer<typeof PricedTariff>;

const connectors = z.array(PricedConnectors).min(1).optional();

export const KnownPrice = z.object({
  tariff: PricedTariff,
  connectors,
  currency: z.string(),
  total: Amount,
  limit: z.enum(['min_price', 'max_price']).optional(),
  sum: Amount,
  components: z.array(PricedComponent).min(1),
  notApplied: z.array(OtherComponent).optional(),
  assumed: z.array(z.enum(assumptions)).min(1).optional(),
});
export type KnownPrice = z.infer<typeof KnownPrice>;

export const UnknownPrice = z.object({
  tariff: PricedTariff.partial().optional(),
  connectors,
  unknown: z.object({ code: z.enum(unknownPriceCodes), reason: z.string() }),
});

export const PricedSession = z.object({
  start: z.string(),
  charged: z.string(),
  end: z.string(),
  energy: z.number(),
  power: z.number(),
  duration: z.number(),
  parking: z.number(),
  assumed: z.array(z.enum(sessionAssumptions)),
});

export type PricedSession = z.infer<typeof PricedSession>;

export const PricedGroup = z.object({
  standard: z.string(),
  maxPower: z.number().optional(),
  connectors: z.array(PricedConnectors).min(1),
  session: PricedSession.optional(),
  prices: z.array(z.union([KnownPrice, UnknownPrice])).min(1),
});
export type PricedGroup = z.infer<typeof PricedGroup>;

export const PricedPlace = z.object({
  id: z.string(),
  timeZone: z.string().optional(),
  connectorGroups: z.array(PricedGroup),
});
export type PricedPlace = z.infer<typeof PricedPlace>;

export const AskedSession = z.object({
  start: z.string(),
  energy: z.number().optional(),
  power: z.number().optional(),
  duration: z.number().optional(),
  parking: z.number(),
});
export type AskedSession = z.infer<typeof AskedSession>;

export const PricesResponse = z.object({
  asked: AskedSession,
  items: z.array(PricedPlace),
  missingItems: z.array(z.string()),
});
export type PricesResponse = z.infer<typeof PricesResponse>;
