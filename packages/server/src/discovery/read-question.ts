/** A request to browse, discover or autosuggest as a question to the atlas. Source: contract search, parameters. */
import type { Position } from '@pantograph/model/location';
import type { Area } from '../atlas/query.ts';
import { Refused } from '../refusal/refused.ts';
import type { Condition } from './condition.ts';
import type { Parameters } from './parameters.ts';
import { invalid } from './parameters.ts';
import type { Where } from './read-area.ts';
import { readWhere } from './read-area.ts';
import type { Manner } from './read-manner.ts';
import { missing } from './read-manner.ts';
import type { Endpoint } from './read-presentation.ts';
import type { Route } from './read-route.ts';
import { readRoute } from './read-route.ts';

/** Browse looks no farther around `at` where no area is given (contract search, geometry). */
const IMPLICIT_RADIUS_METRES = 250_000;

export interface Question extends Manner {
  /** Where distances are measured from; absent for an area, which has a centre of its own. */
  readonly centre: Position | undefined;
  /** Routes first: they measure distance their own way. */
  readonly areas: readonly Condition[];
  readonly order: 'distance' | 'excursionDistance';
}

/** The parameters that say where, of which nothing is read for the manner. */
export const whereParameters = ['at', 'in', 'route'] as const;

/** @param parameters those that say where, at least */
export function readQuestion(endpoint: Endpoint, parameters: Parameters, manner: Manner): Question {
  const routeText = parameters.text('route');
  const route = routeText === undefined ? undefined : readRoute(routeText);
  const where = readWhere(parameters);
  requireWhere(endpoint, where);
  const { countries } = where;
  const { conditions, byExcursion, query } = manner;
  if (byExcursion && route === undefined) {
    throw invalid('ranking', 'is given without a route', 'excursionDistance together with route');
  }
  return {
    ...manner,
    centre: where.centre,
    areas: areasOf(endpoint, where, route),
    conditions:
      countries === undefined ? conditions : [{ parameter: 'in=countryCode', filter: { countries } }, ...conditions],
    // Free text is ranked as ever: the order by detour is for kinds of places.
    order: byExcursion && (query === undefined || query.category) ? 'excursionDistance' : 'distance',
  };
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
