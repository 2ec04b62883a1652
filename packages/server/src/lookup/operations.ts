/** Every endpoint of contract v3. */
import { getCountryMetadata } from './get-country-metadata.ts';
import { getHealth } from './get-health.ts';
import { getLocation } from './get-location.ts';
import { getLocations } from './get-locations.ts';
import { getOpenapi } from './get-openapi.ts';
import { getVersion } from './get-version.ts';
import type { Operation } from './operation.ts';

export const operations: readonly Operation[] = [
  getLocation,
  getLocations,
  getCountryMetadata,
  getHealth,
  getVersion,
  getOpenapi,
];
