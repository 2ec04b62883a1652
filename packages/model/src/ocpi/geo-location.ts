/** OCPI 2.3.0 mod_locations, GeoLocation: decimal degrees WGS 84 as strings. */
import { z } from 'zod';
import { DisplayText } from './text.ts';

const Degrees = z.string().regex(/^-?\d{1,3}(\.\d+)?$/);

export const GeoLocation = z.object({ latitude: Degrees, longitude: Degrees });
export type GeoLocation = z.infer<typeof GeoLocation>;

export const AdditionalGeoLocation = GeoLocation.extend({ name: DisplayText.optional() });
