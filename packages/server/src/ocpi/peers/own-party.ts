/** Who we are to our peers. */
import { z } from 'zod';

/** OCPI 2.3.0 credentials, Role; 2.3.0 has no HUB any more. */
export const ownRoles = ['CPO', 'EMSP', 'NAP', 'NSP', 'OTHER', 'SCSP'] as const;

export const OwnParty = z.object({
  /** ISO 3166-1 alpha-2. */
  countryCode: z.string().regex(/^[A-Z]{2}$/),
  partyId: z.string().regex(/^[A-Z0-9]{3}$/),
  name: z.string().min(1).max(100),
  website: z.string().optional(),
  roles: z.array(z.enum(ownRoles)).min(1),
  /** Where peers reach this server, without the path, such as `https://charge.example`. Absent: as they address it. */
  publicUrl: z.string().optional(),
});
export type OwnParty = z.infer<typeof OwnParty>;
