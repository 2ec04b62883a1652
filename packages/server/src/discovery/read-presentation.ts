/** How the answer is to look: `show`, `lang`, `limit`, `offset`, `f`. Source: contract search; `f` is ours. */
import type { PlacePart } from '@pantograph/model/search';
import { readWholeNumberOf } from './numbers.ts';
import type { Parameters } from './parameters.ts';
import { invalid, quoted, readChoice, readChoices } from './parameters.ts';

export type Endpoint = 'browse' | 'discover' | 'autosuggest' | 'lookup';

const everywhere = ['phonemes', 'referenceCategories', 'streetInfo', 'tz', 'fuel', 'truck'] as const;
const ofPlaces = [
  'ev',
  'eMobilityServiceProviders',
  ...everywhere,
  'fuelPrices',
  'tripadvisor',
  'tripadvisorImageVariants',
] as const;

/** Values that have nothing to show of a charging place are accepted all the same. */
const showable: Readonly<Record<Endpoint, readonly string[]>> = {
  browse: ofPlaces,
  discover: ofPlaces,
  lookup: [...ofPlaces, 'countryInfo', 'postalCodeDetails', 'addressUsage'],
  autosuggest: ['details', ...everywhere],
};
const parts = new Set<string>(['ev', 'eMobilityServiceProviders', 'tz', 'details'] satisfies PlacePart[]);

export function readShow(endpoint: Endpoint, parameters: Parameters): ReadonlySet<PlacePart> {
  const values = readChoices(parameters, 'show', showable[endpoint]);
  const shown = new Set(values.filter((value): value is PlacePart => parts.has(value)));
  // Only autosuggest leaves contacts and opening hours out unless they are asked for.
  return endpoint === 'autosuggest' ? shown : shown.add('details');
}

/** The offset of a time zone may change at any moment, so that such a document is not worth keeping. */
export function variantOf(show: ReadonlySet<PlacePart>, languages: readonly string[]): string | undefined {
  return show.has('tz') ? undefined : `place ${[...show].sort().join()} ${languages.join()}`;
}

const MAX_TAG = 35;
const LANG_FORM = 'a list of BCP 47 tags such as en-US, best first';

/** BCP 47, best first. */
export function readLanguages(parameters: Parameters): readonly string[] {
  return (parameters.list('lang', LANG_FORM) ?? []).map((tag) => {
    const canonical = canonicalTag(tag);
    if (canonical !== undefined) return canonical;
    throw invalid('lang', `has ${quoted(tag)}, which is no language tag`, LANG_FORM);
  });
}

function canonicalTag(tag: string): string | undefined {
  if (tag.length > MAX_TAG) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export interface Page {
  readonly limit: number;
  /** Only where the caller gave one: then the answer has the keys of paging. */
  readonly offset?: number;
}

const DEFAULT_LIMIT = 20;

export function readPage(parameters: Parameters): Page {
  const limit = readWholeNumberOf(parameters, 'limit', { min: 1, max: 100 }) ?? DEFAULT_LIMIT;
  const offset = readWholeNumberOf(parameters, 'offset', { min: 0, max: 99 });
  return { limit, ...(offset === undefined ? {} : { offset }) };
}

export function readFormat(parameters: Parameters): 'json' | 'geojson' {
  return readChoice(parameters, 'f', ['json', 'geojson']) ?? 'json';
}
