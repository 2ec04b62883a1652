/** Contract v3: Location (a point), Address, BusinessDetails, NearbyPlace. */
import { z } from 'zod';
import { component, unique } from './component.ts';

export const Location = component(
  'Location',
  z.object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }),
  'A point in degrees, WGS 84.',
);

export const Address = component(
  'Address',
  z.object({
    label: z.string().optional(),
    street: z.string().optional(),
    houseNumber: z.string().optional(),
    state: z.string().optional(),
    county: z.string().optional(),
    city: z.string().optional(),
    district: z.string().optional(),
    subdistrict: z.string().optional(),
    block: z.string().optional(),
    subblock: z.string().optional(),
    /** ISO 3166-1 alpha-3. */
    countryCode: z.string().optional(),
    postalCode: z.string().optional(),
    /** ISO 639-1. */
    languageCode: z.string().optional(),
  }),
);
export type Address = z.infer<typeof Address>;

const Image = component('Image', z.object({ url: z.string(), thumbnailUrl: z.string().optional() }));

export const EMOBILITY_ID = /^[A-Z]{2}[-]{1}[A-Z0-9]{3}$/;
export const EMobilityId = component('EMobilityId', z.string().regex(EMOBILITY_ID));

export const BusinessDetails = component(
  'BusinessDetails',
  z.object({
    name: z.string(),
    partnerId: z
      .string()
      .describe('36 characters, stable for a company; derived from its name where its source states none.'),
    website: z.string().optional(),
    eMobilityIds: unique(EMobilityId).optional(),
    logo: Image.optional(),
  }),
);
export type BusinessDetails = z.infer<typeof BusinessDetails>;

export const NearbyPlace = component(
  'NearbyPlace',
  z.object({
    placeId: z.string(),
    categories: z.array(z.string()).min(1),
    distance: z.number().describe('Metres, straight line.').optional(),
    walkingDistance: z.int().min(0).describe('Metres.').optional(),
  }),
  'Alpha. No source of this server has nearby places, so that none are answered.',
);
