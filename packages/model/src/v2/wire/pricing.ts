/** Contract v2, PricingStructure: ad hoc prices only. The members of `price` and `descriptions` are ours, the contract has none. */
import { z } from 'zod';
import { OpeningHours } from './opening-hours.ts';

const pricingModels = ['kWh', 'Session', 'TimeUnit', 'ParkAndCharge', 'TransactionFee', 'Subscription'] as const;

const Price = z.object({
  value: z.number(),
  /** ISO 4217. */
  currency: z.string(),
});

export const Pricing = z.object({
  pricingModel: z.enum(pricingModels),
  price: Price.optional(),
  unit: z.enum(['hours', 'session', 'kWh']).optional(),
  /** Deprecated; never written. */
  timePeriod: z.string().optional(),
  timeConstraints: OpeningHours.optional(),
  descriptions: z.array(z.string()).optional(),
});
export type Pricing = z.infer<typeof Pricing>;
