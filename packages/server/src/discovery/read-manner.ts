/** How a search is asked: all of it but where, which callers ask again and again for other places. */
import type { PlacePart } from '@pantograph/model/search';
import { localeOf } from '@pantograph/model/search';
import type { VehicleCategory } from '@pantograph/model/vocabulary';
import type { RequestContext } from '../http/surface.ts';
import { Refused } from '../refusal/refused.ts';
import type { Condition } from './condition.ts';
import type { FacetName } from './count-facets.ts';
import { facetNames } from './count-facets.ts';
import type { Parameters } from './parameters.ts';
import { invalid, oneOf } from './parameters.ts';
import { readBrowseFilters } from './read-categories.ts';
import { readEvStation } from './read-ev-station.ts';
import type { Endpoint, Page } from './read-presentation.ts';
import { readFormat, readLanguages, readPage, readShow, variantOf } from './read-presentation.ts';
import type { QueryText } from './read-query-text.ts';
import { conditionOf, readQueryText } from './read-query-text.ts';
import { readRanking } from './read-route.ts';

export interface Manner {
  /** Those that do not say where. */
  readonly conditions: readonly Condition[];
  /** The smallest detour first. */
  readonly byExcursion: boolean;
  /** A box with more places than fit is shown evenly: for maps, and not for what is being typed. */
  readonly thinBoxes: boolean;
  /** Places for these vehicles come first; the others are not left out. */
  readonly prefer: VehicleCategory | undefined;
  readonly query: QueryText | undefined;
  readonly page: Page;
  readonly show: ReadonlySet<PlacePart>;
  readonly languages: readonly string[];
  /** Of the documents that `show` and `languages` ask for; `undefined` where they are not worth keeping. */
  readonly variant: string | undefined;
  readonly format: 'json' | 'geojson';
  readonly facets: readonly FacetName[];
  /** A place id. */
  readonly explain: string | undefined;
}

export function readManner(endpoint: Endpoint, parameters: Parameters, context: RequestContext): Manner {
  refuseForeign(endpoint, parameters);
  const languages = readLanguages(parameters);
  const query = endpoint === 'browse' ? undefined : readQueryText(parameters, [localeOf(languages)]);
  if (endpoint !== 'browse' && query === undefined) throw missing('q', 'text to search for');
  const prefer = readPreference(parameters);
  const show = readShow(endpoint, parameters);
  return {
    conditions: [
      ...(endpoint === 'browse' ? readBrowseFilters(parameters) : []),
      ...(query === undefined ? [] : [conditionOf(query)]),
      ...readEvStation(parameters, context),
    ],
    byExcursion: readRanking(parameters) === 'excursionDistance',
    thinBoxes: endpoint !== 'autosuggest',
    prefer: query?.category === true ? prefer : undefined,
    query,
    page: readPage(parameters),
    show,
    languages,
    variant: variantOf(show, languages),
    format: readFormat(parameters),
    facets: (parameters.list('facets') ?? []).map((name) => oneOf('facets', name, facetNames)),
    explain: parameters.text('explain'),
  };
}

/** Filters of another endpoint would leave the answer unfiltered without a word. */
const foreign: Readonly<Partial<Record<Endpoint, readonly string[]>>> = {
  browse: ['q'],
  discover: ['categories', 'chains', 'foodTypes', 'name'],
  autosuggest: ['categories', 'chains', 'foodTypes', 'name', 'facets', 'f'],
};

function refuseForeign(endpoint: Endpoint, parameters: Parameters): void {
  for (const name of foreign[endpoint] ?? []) {
    if (parameters.texts(name).length === 0) continue;
    const other = name === 'q' ? 'discover' : name === 'facets' || name === 'f' ? 'browse or discover' : 'browse';
    throw invalid(name, `is not for ${endpoint}`, `${name} with ${other}`);
  }
}

export function missing(parameter: string, allowed: string): Refused {
  return new Refused('parameter_missing', { parameter, cause: `The parameter ${parameter} is missing`, allowed });
}

const vehicleOfMode = { car: 'car', motorbike: 'twoWheeler', truck: 'truck' } as const;

function readPreference(parameters: Parameters): VehicleCategory | undefined {
  const mode = parameters.text('mobilityMode');
  return mode === undefined ? undefined : vehicleOfMode[oneOf('mobilityMode', mode, ['car', 'motorbike', 'truck'])];
}
