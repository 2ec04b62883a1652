/** What an area is asked for as, to begin with. */
import type { Box } from '@pantograph/model/geo';
import { boxAround, boxCentre, distanceMetres } from '@pantograph/model/geo';
import type { LegacyArea } from '../../legacy/back-end/back-end.ts';
import { MOST_ROUTE_WIDTH, areaQueryOf } from './area-query.ts';
import type { Region } from './region.ts';
import { routeParts } from './route-parts.ts';
import { distanceFloor, tile, tilesIn } from './tiles.ts';

export function regionsOf(area: LegacyArea): readonly Region[] {
  const query = areaQueryOf(area);
  switch (area.kind) {
    case 'circle': {
      const { centre, radiusMetres } = area;
      const divide = () => tilesIn(boxAround(centre, radiusMetres), distanceFloor(centre), radiusMetres);
      return query === undefined ? divide() : [{ query, floor: 0, divide }];
    }
    case 'box':
      return [tile(area, distanceFloor(boxCentre(area)), Infinity)];
    case 'route':
      return area.widthMetres <= MOST_ROUTE_WIDTH ? routeParts(area) : tilesIn(boxOfWide(area), () => 0, Infinity);
  }
}

/** Corridors that wide are short: at most 5,000 km². */
function boxOfWide({ points, widthMetres }: Extract<LegacyArea, { kind: 'route' }>): Box {
  const [start = { lat: 0, lng: 0 }] = points;
  const reach = Math.max(...points.map((point) => distanceMetres(start, point)));
  return boxAround(start, reach + widthMetres / 2);
}
