/** Contract v2, stations response: address and contacts. Contact lists beside `phone` are not recorded anywhere; `website` is ours. */
import { z } from 'zod';

export const Address = z.object({
  street: z.string().optional(),
  streetNumber: z.string().optional(),
  city: z.string().optional(),
  postalCode: z.string().optional(),
  region: z.string().optional(),
  /** ISO 3166-1 alpha-3. */
  country: z.string().optional(),
});
export type Address = z.infer<typeof Address>;

const Contact = z.object({ value: z.string(), label: z.string().optional() });

export const Contacts = z.object({
  phone: z.array(Contact).optional(),
  website: z.array(Contact).optional(),
});
export type Contacts = z.infer<typeof Contacts>;

export const Coordinates = z.object({ latitude: z.number(), longitude: z.number() });
