/** OCPI 2.3.0 mod_locations, BusinessDetails and Image. */
import { z } from 'zod';

export const Image = z.object({
  url: z.string(),
  thumbnail: z.string().optional(),
  category: z.string(),
  type: z.string(),
  width: z.int().optional(),
  height: z.int().optional(),
});

export const BusinessDetails = z.object({
  name: z.string(),
  website: z.string().optional(),
  logo: Image.optional(),
});
export type BusinessDetails = z.infer<typeof BusinessDetails>;
