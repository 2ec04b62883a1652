/** How an answer of discovery is to look. Contract search, parameters; `f` and `facets` are ours. */
import type { Endpoint } from '../read-presentation.ts';
import { facetNames } from '../count-facets.ts';
import type { QueryParameter } from './query-parameter.ts';
import { listing, searching } from './query-parameter.ts';

const shownEverywhere = ['phonemes', 'referenceCategories', 'streetInfo', 'tz', 'fuel', 'truck'];
const shownOfPlaces = [
  'ev',
  'eMobilityServiceProviders',
  ...shownEverywhere,
  'fuelPrices',
  'tripadvisor',
  'tripadvisorImageVariants',
];

/** A test holds these against what the surface takes. */
export const shown: Readonly<Record<Endpoint, readonly string[]>> = {
  browse: shownOfPlaces,
  discover: shownOfPlaces,
  autosuggest: ['details', ...shownEverywhere],
  lookup: [...shownOfPlaces, 'countryInfo', 'postalCodeDetails', 'addressUsage'],
};

export function showParameter(endpoint: Endpoint): QueryParameter {
  return {
    name: 'show',
    description:
      endpoint === 'autosuggest'
        ? 'More of each place: `details` its contacts and opening hours, `tz` its time zone. The others have nothing to show of a charging place.'
        : 'More of each place: `ev` its connectors and the state of each EVSE, `eMobilityServiceProviders` the charge cards it takes, `tz` its time zone. The others have nothing to show of a charging place.',
    form: 'commas',
    schema: { type: 'array', items: { type: 'string', enum: shown[endpoint] }, minItems: 1, uniqueItems: true },
    example: endpoint === 'autosuggest' ? ['details'] : ['ev'],
    endpoints: [endpoint],
  };
}

export const presentationParameters: readonly QueryParameter[] = [
  {
    name: 'limit',
    description: 'How many items at most.',
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    example: 20,
    endpoints: searching,
  },
  {
    name: 'offset',
    description: 'Items to pass over; with it, the answer says where the next page begins.',
    schema: { type: 'integer', minimum: 0, maximum: 99 },
    example: 0,
    endpoints: searching,
  },
  {
    name: 'termsLimit',
    description: 'How many `queryTerms` at most.',
    schema: { type: 'integer', minimum: 0, maximum: 10, default: 0 },
    example: 5,
    endpoints: ['autosuggest'],
  },
  {
    name: 'f',
    description: 'Form of the answer. `geojson`, an addition of this server, is a FeatureCollection (RFC 7946).',
    schema: { type: 'string', enum: ['json', 'geojson'], default: 'json' },
    example: 'json',
    endpoints: listing,
  },
  {
    name: 'facets',
    description: 'How all that matches is made up. An addition of this server.',
    form: 'commas',
    schema: { type: 'array', items: { type: 'string', enum: facetNames }, minItems: 1, uniqueItems: true },
    example: ['connectorTypes', 'power'],
    endpoints: listing,
  },
];
