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
import { readChoice, readChoices } from './parameters.ts';
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
  const query =
    endpoint === 'browse' ? undefined : readQueryText(parameters, [localeOf(languages)], endpoint === 'autosuggest');
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
    facets: readChoices(parameters, 'facets', facetNames),
    explain: parameters.text('explain', 'the id of a place'),
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
    if (!parameters.has(name)) continue;
    const cause = `The parameter ${name} is not for ${endpoint}`;
    throw new Refused('parameter_misplaced', { parameter: name, cause, allowed: homeOf(name) });
  }
}

function homeOf(name: string): string {
  if (name === 'q') return '/v1/discover';
  return name === 'facets' || name === 'f' ? '/v1/browse or /v1/discover' : '/v1/browse';
}

const vehicleOfMode = { car: 'car', motorbike: 'twoWheeler', truck: 'truck' } as const;

function readPreference(parameters: Parameters): VehicleCategory | undefined {
  const mode = readChoice(parameters, 'mobilityMode', ['car', 'motorbike', 'truck']);
  return mode === undefined ? undefined : vehicleOfMode[mode];
}
