/** Contract v2, paymentMethods: older and newer values are both text in the same lists. */
import { z } from 'zod';

const Types = z.object({ type: z.array(z.string()) });

export const PaymentMethods = z.object({
  subscription: z.object({ accept: z.boolean(), provider: z.string().optional() }).optional(),
  creditCard: z.object({ accept: z.boolean(), types: Types.optional() }).optional(),
  debitCard: z.object({ accept: z.boolean() }).optional(),
  cash: z
    .object({ accept: z.boolean(), currencies: z.object({ currency: z.array(z.string()) }).optional() })
    .optional(),
  check: z.object({ accept: z.boolean(), types: Types.optional() }).optional(),
  ePayment: z.object({ accept: z.boolean(), types: Types.optional() }).optional(),
  other: z.object({ accept: z.boolean(), types: Types.optional() }).optional(),
  note: z.string().optional(),
});
export type PaymentMethods = z.infer<typeof PaymentMethods>;
