/** Contract v3: MetadataByCountry. */
import { z } from 'zod';
import { component, unique } from './component.ts';
import { ConnectorType } from './enumerations.ts';
import { EMobilityId } from './place.ts';

export const MetadataDetails = component(
  'MetadataDetails',
  z.object({
    name: z.string(),
    partnerId: z.string(),
    tariffs: z.array(z.object({ name: z.string() })).optional(),
    eMobilityIds: unique(EMobilityId)
      .describe('Of eMSPs, in all places of the country. An extension of this server: the published document has none.')
      .optional(),
  }),
);
export type MetadataDetails = z.infer<typeof MetadataDetails>;

export const ConnectorTypeMetadata = component(
  'ConnectorTypeMetadata',
  z.object({
    standard: ConnectorType,
    commonName: z.string(),
    maxPower: z.int().min(1).describe('W, the highest in the country; absent only where none is known.').optional(),
    legacyId: z.int().describe('Connector type id of v2 and of the search filters.').optional(),
  }),
);
export type ConnectorTypeMetadata = z.infer<typeof ConnectorTypeMetadata>;

export const CountryMetadata = component(
  'CountryMetadata',
  z.object({
    /** ISO 3166-1 alpha-3. */
    countryCode: z.string(),
    eMobilityServiceProviders: z.array(MetadataDetails).max(500).optional(),
    operators: z.array(MetadataDetails).max(500).optional(),
    connectorTypes: z.array(ConnectorTypeMetadata).optional(),
  }),
);
export type CountryMetadata = z.infer<typeof CountryMetadata>;

export const MetadataByCountry = component(
  'MetadataByCountry',
  z.object({
    countries: unique(CountryMetadata).optional(),
    missingCountries: z.array(z.string()).describe('Asked for, and without any location.').optional(),
  }),
);
export type MetadataByCountry = z.infer<typeof MetadataByCountry>;
