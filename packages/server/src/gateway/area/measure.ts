/**
 * Where a place lies within an area: worked out here, by the sphere our own index uses. Search states whole metres, which
 * would leave the order of places open, and areas that it cannot be asked for are asked for larger and cut here.
 */
import { boxCentre, boxContains, distanceMetres, placeOn, polylineOf } from '@pantograph/model/geo';
import type { Position } from '@pantograph/model/location';
import type { LegacyArea } from '../../legacy/back-end/back-end.ts';

export interface Measured {
  /** Metres: what places are sorted by. */
  readonly distance: number;
  /** Metres from a route. */
  readonly offRoute: number | undefined;
}

/** `undefined` for a position outside; edges are inside. */
export type Measure = (position: Position) => Measured | undefined;

export function measureIn(area: LegacyArea): Measure {
  switch (area.kind) {
    case 'circle':
      return (position) => {
        const distance = distanceMetres(area.centre, position);
        return distance <= area.radiusMetres ? { distance, offRoute: undefined } : undefined;
      };
    case 'box': {
      const centre = boxCentre(area);
      return (position) =>
        boxContains(area, position) ? { distance: distanceMetres(centre, position), offRoute: undefined } : undefined;
    }
    case 'route': {
      const line = polylineOf(area.points);
      return (position) => {
        const { alongMetres, offsetMetres } = placeOn(line, position);
        return offsetMetres <= area.widthMetres / 2
          ? { distance: alongMetres + offsetMetres, offRoute: offsetMetres }
          : undefined;
      };
    }
  }
}
