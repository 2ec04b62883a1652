/** A request to browse, discover or autosuggest as a question to the atlas. Source: contract search, parameters. */
import type { Position } from '@pantograph/model/location';
import type { Area } from '../atlas/query.ts';
import { Refused } from '../refusal/refused.ts';
import type { Condition } from './condition.ts';
import type { Parameters } from './parameters.ts';
import { missing } from './parameters.ts';
import type { Where } from './read-area.ts';
import { AT_FORM, readWhere } from './read-area.ts';
import type { Manner } from './read-manner.ts';
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
  const route = readRoute(parameters);
  const where = readRequiredWhere(endpoint, parameters);
  const { countries } = where;
  const { conditions, byExcursion, query } = manner;
  if (byExcursion && route === undefined) {
    throw new Refused('parameter_conflict', {
      parameter: 'ranking',
      cause: 'The parameter ranking is given without a route',
      allowed: 'ranking=excursionDistance together with route, or leave it out',
    });
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

const AT_OR_AREA_FORM = `${AT_FORM}, or in=circle, in=bbox or in=polygon`;

function readRequiredWhere(endpoint: Endpoint, parameters: Parameters): Where {
  if (endpoint === 'browse') parameters.required('at', AT_FORM);
  else if (!parameters.has('in')) parameters.required('at', AT_OR_AREA_FORM);
  const where = readWhere(parameters);
  if (endpoint === 'browse') return where;
  const { centre, area } = where;
  if (centre === undefined && area === undefined) throw missing('at', AT_OR_AREA_FORM);
  if (centre !== undefined && area !== undefined) {
    throw new Refused('parameter_conflict', {
      parameter: 'in',
      cause: 'The parameters at and in both say where to search',
      allowed: 'one of at, in=circle, in=bbox and in=polygon',
    });
  }
  return where;
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
