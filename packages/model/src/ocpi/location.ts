/** OCPI 2.3.0 edition 2, mod_locations, Location: the shape in which a charging location is stored. */
import { z } from 'zod';
import { BusinessDetails, Image } from './business-details.ts';
import { EnergyMix } from './energy-mix.ts';
import { Evse } from './evse.ts';
import { AdditionalGeoLocation, GeoLocation } from './geo-location.ts';
import { Hours } from './hours.ts';
import { Parking } from './parking.ts';
import { DateTime, DisplayText } from './text.ts';

export const PublishTokenType = z.object({
  uid: z.string().optional(),
  type: z.string().optional(),
  visual_number: z.string().optional(),
  issuer: z.string().optional(),
  group_id: z.string().optional(),
});

export const Location = z.object({
  country_code: z.string(),
  party_id: z.string(),
  id: z.string(),
  publish: z.boolean(),
  publish_allowed_to: z.array(PublishTokenType).optional(),
  name: z.string().optional(),
  address: z.string(),
  city: z.string(),
  postal_code: z.string().optional(),
  state: z.string().optional(),
  /** ISO 3166-1 alpha-3. */
  country: z.string(),
  coordinates: GeoLocation,
  related_locations: z.array(AdditionalGeoLocation).optional(),
  parking_type: z.string().optional(),
  evses: z.array(Evse),
  parking_places: z.array(Parking).optional(),
  directions: z.array(DisplayText).optional(),
  operator: BusinessDetails.optional(),
  suboperator: BusinessDetails.optional(),
  owner: BusinessDetails.optional(),
  facilities: z.array(z.string()).optional(),
  /** IANA name. */
  time_zone: z.string(),
  opening_times: Hours.optional(),
  charging_when_closed: z.boolean().optional(),
  images: z.array(Image).optional(),
  energy_mix: EnergyMix.optional(),
  help_phone: z.string().optional(),
  last_updated: DateTime,
});
export type Location = z.infer<typeof Location>;
