/** A request to browse, discover or autosuggest as a question to the atlas. Source: contract search, parameters. */
import type { Position } from '@pantograph/model/location';
import type { PlacePart } from '@pantograph/model/search';
import { localeOf } from '@pantograph/model/search';
import type { VehicleCategory } from '@pantograph/model/vocabulary';
import type { RequestContext } from '../http/surface.ts';
import type { Area } from '../atlas/query.ts';
import { Refused } from '../refusal/refused.ts';
import type { Condition } from './condition.ts';
import type { FacetName } from './count-facets.ts';
import { facetNames } from './count-facets.ts';
import type { Parameters } from './parameters.ts';
import { invalid, oneOf } from './parameters.ts';
import type { Where } from './read-area.ts';
import { readWhere } from './read-area.ts';
import { readBrowseFilters } from './read-categories.ts';
import { readEvStation } from './read-ev-station.ts';
import type { Endpoint, Page } from './read-presentation.ts';
import { readFormat, readLanguages, readPage, readShow } from './read-presentation.ts';
import type { QueryText } from './read-query-text.ts';
import { conditionOf, readQueryText } from './read-query-text.ts';
import type { Route } from './read-route.ts';
import { readRanking, readRoute } from './read-route.ts';

/** Browse looks no farther around `at` where no area is given (contract search, geometry). */
const IMPLICIT_RADIUS_METRES = 250_000;

export interface Question {
  /** Where distances are measured from; absent for an area, which has a centre of its own. */
  readonly centre?: Position;
  /** Routes first: they measure distance their own way. */
  readonly areas: readonly Condition[];
  readonly conditions: readonly Condition[];
  readonly order: 'distance' | 'excursionDistance';
  /** A box with more places than fit is shown evenly: for maps, and not for what is being typed. */
  readonly thinBoxes: boolean;
  /** Places for these vehicles come first; the others are not left out. */
  readonly prefer?: VehicleCategory;
  readonly query?: QueryText;
  readonly page: Page;
  readonly show: ReadonlySet<PlacePart>;
  readonly languages: readonly string[];
  readonly format: 'json' | 'geojson';
  readonly facets: readonly FacetName[];
  /** A place id. */
  readonly explain?: string;
}

export function readQuestion(endpoint: Endpoint, parameters: Parameters, context: RequestContext): Question {
  refuseForeign(endpoint, parameters);
  const languages = readLanguages(parameters);
  const query = endpoint === 'browse' ? undefined : readQueryText(parameters, [localeOf(languages)]);
  if (endpoint !== 'browse' && query === undefined) throw missing('q', 'text to search for');
  const routeText = parameters.text('route');
  const route = routeText === undefined ? undefined : readRoute(routeText);
  const where = readWhere(parameters);
  requireWhere(endpoint, where);
  const ranking = readRanking(parameters, route);
  const prefer = readPreference(parameters);
  const explain = parameters.text('explain');
  const countries = where.countries;
  return {
    ...(where.centre === undefined ? {} : { centre: where.centre }),
    areas: areasOf(endpoint, where, route),
    conditions: [
      ...(countries === undefined ? [] : [{ parameter: 'in=countryCode', filter: { countries } }]),
      ...(endpoint === 'browse' ? readBrowseFilters(parameters) : []),
      ...(query === undefined ? [] : [conditionOf(query)]),
      ...readEvStation(parameters, context),
    ],
    // Free text is ranked as ever: the order by detour is for kinds of places.
    order: query === undefined || query.category ? ranking : 'distance',
    thinBoxes: endpoint !== 'autosuggest',
    ...(prefer === undefined || query?.category !== true ? {} : { prefer }),
    ...(query === undefined ? {} : { query }),
    page: readPage(parameters),
    show: readShow(endpoint, parameters),
    languages,
    format: readFormat(parameters),
    facets: (parameters.list('facets') ?? []).map((name) => oneOf('facets', name, facetNames)),
    ...(explain === undefined ? {} : { explain }),
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

function missing(parameter: string, allowed: string): Refused {
  return new Refused('parameter_missing', { parameter, cause: `The parameter ${parameter} is missing`, allowed });
}

const AT_FORM = '{latitude},{longitude}, such as at=52.01,4.36';

function requireWhere(endpoint: Endpoint, { centre, area }: Where): void {
  if (endpoint === 'browse') {
    if (centre === undefined) throw missing('at', AT_FORM);
    return;
  }
  if (centre === undefined && area === undefined) throw missing('at', `${AT_FORM}, or in=circle or in=bbox`);
  if (centre !== undefined && area !== undefined) {
    throw new Refused('parameter_conflict', {
      parameter: 'in',
      cause: 'The parameters at and in both say where to search',
      allowed: 'one of at, in=circle, in=bbox and in=polygon',
    });
  }
}

function areasOf(endpoint: Endpoint, { centre, area }: Where, route: Route | undefined): readonly Condition[] {
  const given: readonly Condition[] = [
    ...(route === undefined ? [] : [{ parameter: 'route', area: route }]),
    ...(area === undefined ? [] : [{ parameter: 'in', area }]),
  ];
  if (given.length > 0 || endpoint !== 'browse' || centre === undefined) return given;
  const around: Area = { kind: 'circle', centre, radiusMetres: IMPLICIT_RADIUS_METRES };
  return [{ parameter: 'at', area: around }];
}

const vehicleOfMode = { car: 'car', motorbike: 'twoWheeler', truck: 'truck' } as const;

function readPreference(parameters: Parameters): VehicleCategory | undefined {
  const mode = parameters.text('mobilityMode');
  return mode === undefined ? undefined : vehicleOfMode[oneOf('mobilityMode', mode, ['car', 'motorbike', 'truck'])];
}
