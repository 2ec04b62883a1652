/**
 * What a tile shows. Places that lie close together become one cluster: the tile is cut into equal cells that belong to
 * the tile alone, so that the same place stands in the same cluster wherever the map was moved, and clusters of a filter
 * need no index of their own.
 */
import type { ContentId } from '@pantograph/model/location';
import type { Atlas } from '../atlas/atlas.ts';
import type { SiteFilter } from '../atlas/query.ts';
import type { SurveyVisit } from '../atlas/survey.ts';
import type { TileAddress } from './tile-address.ts';
import { boxOfTile, mercatorX, mercatorY } from './tile-address.ts';

type Surveyed = Pick<Atlas, 'survey'>;

/** Figures of EVSEs, as the atlas surveys them. */
interface Figures {
  /** Highest power, W; 0 where none is known. */
  readonly watts: number;
  readonly evses: number;
  /** How many of them have a status that a feed said. */
  readonly live: number;
  readonly available: number;
}

export interface TileFeature extends Figures {
  /** Of 0 to `TILE_EXTENT`, from the north-west corner. */
  readonly x: number;
  readonly y: number;
  /** How many places; 1 is a place of its own, with its id. */
  readonly count: number;
  readonly id?: ContentId;
}

export const TILE_EXTENT = 4096;
/** From here on each place stands for itself, unless there are too many. */
export const FIRST_ZOOM_OF_PLACES = 13;
/** Cells along an edge below that zoom: 64 pixels each on a map of 512 pixel tiles. */
const CELLS = 8;
/** Cells along an edge where places would be too many. */
const FINE_CELLS = 32;
/** More places than this are clustered at any zoom. */
const MOST_PLACES = 1500;
/** How near to its cell's edge a cluster is drawn, in cells, so that neighbours do not cover each other. */
const MARGIN = 0.22;

interface Cell {
  count: number;
  x: number;
  y: number;
  watts: number;
  evses: number;
  live: number;
  available: number;
  id: ContentId | undefined;
}

export function makeTile(
  atlas: Surveyed,
  address: TileAddress,
  filter: SiteFilter | undefined,
): readonly TileFeature[] {
  if (address.z < FIRST_ZOOM_OF_PLACES) return clustered(atlas, address, filter, CELLS);
  return singly(atlas, address, filter) ?? clustered(atlas, address, filter, FINE_CELLS);
}

/** `undefined` where they are too many. */
function singly(
  atlas: Surveyed,
  address: TileAddress,
  filter: SiteFilter | undefined,
): readonly TileFeature[] | undefined {
  const features: TileFeature[] = [];
  let count = 0;
  surveyTile(atlas, address, filter, (x, y, watts, evses, live, available, idOf) => {
    if (++count > MOST_PLACES) return;
    features.push({ x: inTile(x), y: inTile(y), count: 1, watts, evses, live, available, id: idOf() });
  });
  return count > MOST_PLACES ? undefined : features;
}

function clustered(
  atlas: Surveyed,
  address: TileAddress,
  filter: SiteFilter | undefined,
  cells: number,
): readonly TileFeature[] {
  const found = new Array<Cell | undefined>(cells * cells);
  surveyTile(atlas, address, filter, (x, y, watts, evses, live, available, idOf) => {
    const at = Math.floor(y * cells) * cells + Math.floor(x * cells);
    const cell = found[at];
    if (cell === undefined) {
      found[at] = { count: 1, x, y, watts, evses, live, available, id: idOf() };
      return;
    }
    cell.count++;
    cell.x += x;
    cell.y += y;
    if (watts > cell.watts) cell.watts = watts;
    cell.evses += evses;
    cell.live += live;
    cell.available += available;
    cell.id = undefined;
  });
  return found.flatMap((cell, at) => (cell === undefined ? [] : [featureOf(cell, at, cells)]));
}

function featureOf({ count, x, y, watts, evses, live, available, id }: Cell, at: number, cells: number): TileFeature {
  const figures = { count, watts, evses, live, available };
  if (id !== undefined) return { x: inTile(x), y: inTile(y), ...figures, id };
  return {
    x: inTile(inCell(x / count, at % cells, cells)),
    y: inTile(inCell(y / count, Math.floor(at / cells), cells)),
    ...figures,
  };
}

/** As the atlas surveys, but with places in the tile: 0 to below 1, from the north-west corner. */
function surveyTile(atlas: Surveyed, address: TileAddress, filter: SiteFilter | undefined, visit: SurveyVisit): void {
  const area = boxOfTile(address);
  const scale = 2 ** address.z;
  atlas.survey(filter === undefined ? { area } : { area, filter }, (lat, lng, watts, evses, live, available, idOf) => {
    const x = mercatorX(lng) * scale - address.x;
    const y = mercatorY(lat) * scale - address.y;
    // A place on the edge belongs to one tile only.
    if (x >= 0 && x < 1 && y >= 0 && y < 1) visit(x, y, watts, evses, live, available, idOf);
  });
}

function inCell(position: number, cell: number, cells: number): number {
  const within = position * cells - cell;
  return (cell + Math.min(1 - MARGIN, Math.max(MARGIN, within))) / cells;
}

function inTile(position: number): number {
  return Math.min(TILE_EXTENT - 1, Math.floor(position * TILE_EXTENT));
}
