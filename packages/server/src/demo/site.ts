/** A demo site before it is written down: what was decided once and shows in several fields. */
import type { Position } from '@pantograph/model/location';
import type { Operator } from './company.ts';
import { operators } from './company.ts';
import { countries } from './country.ts';
import type { Place, Places } from './place.ts';
import type { Random } from './random.ts';
import { roundFairly, weighted } from './random.ts';
import type { SiteKind, SiteShape } from './site-kind.ts';
import { kindOfSite, siteKinds, siteShapes } from './site-kind.ts';
import type { StationModel } from './station-model.ts';

export interface DemoSite {
  /** Position in the world, from 0; ids come from it. */
  readonly index: number;
  readonly kind: SiteKind;
  readonly shape: SiteShape;
  readonly operator: Operator;
  readonly town: Place;
  readonly position: Position;
  readonly model: StationModel;
  readonly evses: number;
}

/** EVSEs a site has on average, as the kinds have it. */
const USUAL_EVSES = 2.8;

/** @param evsesPerSite the mean to reach; each kind's own spread is stretched to it, one EVSE is the least */
export function draftSite(places: Places, index: number, evsesPerSite: number, random: Random): DemoSite {
  const kind = kindOfSite(random);
  const shape = siteShapes[kind];
  const town = places.town(random);
  const alongRoad = kind === 'motorway' || kind === 'truck';
  return {
    index,
    kind,
    shape,
    operator: operatorOf(town.country.code, kind)(random),
    town,
    position: alongRoad ? places.spotBetween(town, random) : places.spotIn(town, random),
    model: shape.model(random),
    evses: Math.max(1, roundFairly(random, shape.evses(random) * (evsesPerSite / USUAL_EVSES))),
  };
}

const pickers = new Map(
  countries.flatMap(({ code }) =>
    siteKinds.map((kind) => {
      const here = operators.filter((operator) => operator.countries?.includes(code) ?? true);
      const choices = here.map((operator) => [operator.weights[kind] ?? 0, operator] as const);
      return [`${code} ${kind}`, weighted(choices)] as const;
    }),
  ),
);

function operatorOf(country: string, kind: SiteKind): (random: Random) => Operator {
  const picker = pickers.get(`${country} ${kind}`);
  if (picker === undefined) throw new Error(`no operator in ${country}`);
  return picker;
}
