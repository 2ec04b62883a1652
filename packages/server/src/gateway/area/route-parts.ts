/** A corridor in parts: along the route while a part is longer than wide, and in boxes from there on. */
import { boxAround, distanceMetres, wrapLongitude } from '@pantograph/model/geo';
import type { Position } from '@pantograph/model/location';
import type { LegacyArea } from '../../legacy/back-end/back-end.ts';
import { MOST_ROUTE_WIDTH, routeQuery } from './area-query.ts';
import type { Region } from './region.ts';
import { tilesIn } from './tiles.ts';

type Route = Extract<LegacyArea, { kind: 'route' }>;

/** A part that ends between two points of the route lies on a line of its own, a hair beside the route's. */
const MARGIN = 1.001;

/** @param route no wider than Search can be asked for */
export function routeParts({ points, widthMetres }: Route): readonly Region[] {
  const asked = Math.min(MOST_ROUTE_WIDTH, Math.ceil(widthMetres * MARGIN));
  return [part(points, 0)];

  /** @param start metres of the route before it: every place nearest to this part is at least as far */
  function part(line: readonly Position[], start: number): Region {
    const length = lengthOf(line);
    return {
      query: routeQuery(line, asked),
      floor: start,
      divide() {
        const [first = { lat: 0, lng: 0 }] = line;
        if (length <= widthMetres) return tilesIn(boxAround(first, length + widthMetres / 2), () => start, Infinity);
        const [before, after] = halvesOf(line, length / 2);
        return [part(before, start), part(after, start + lengthOf(before))];
      },
    };
  }
}

function lengthOf(line: readonly Position[]): number {
  return line.reduce((sum, point, at) => sum + distanceMetres(line[at - 1] ?? point, point), 0);
}

function halvesOf(line: readonly Position[], half: number): [readonly Position[], readonly Position[]] {
  let passed = 0;
  for (const [index, to] of line.entries()) {
    const from = line[index - 1] ?? to;
    const length = distanceMetres(from, to);
    if (index > 0 && passed + length >= half) {
      const between = positionBetween(from, to, length === 0 ? 0 : (half - passed) / length);
      return [
        [...line.slice(0, index), between],
        [between, ...line.slice(index)],
      ];
    }
    passed += length;
  }
  return [line, line];
}

/** On the great circle, by the share of the way. Ten decimals of a degree are what a route is sent with. */
function positionBetween(from: Position, to: Position, share: number): Position {
  const [a, b] = [from, to].map(({ lat, lng }) => {
    const [phi, lambda] = [(lat * Math.PI) / 180, (lng * Math.PI) / 180];
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)] as const;
  });
  if (a === undefined || b === undefined) return from;
  const angle = Math.acos(Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
  if (Math.sin(angle) < 1e-12) return from;
  const [u, v] = [Math.sin((1 - share) * angle) / Math.sin(angle), Math.sin(share * angle) / Math.sin(angle)];
  const [x, y, z] = [u * a[0] + v * b[0], u * a[1] + v * b[1], u * a[2] + v * b[2]];
  const rounded = (radians: number) => Math.round((radians * 180 * 1e10) / Math.PI) / 1e10;
  return { lat: rounded(Math.atan2(z, Math.hypot(x, y))), lng: wrapLongitude(rounded(Math.atan2(y, x))) };
}
