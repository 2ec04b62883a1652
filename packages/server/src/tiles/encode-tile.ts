/** A tile as Mapbox Vector Tile 2.1: one layer, `places`, of points. Source: vector-tile-spec 2.1, section 4. */
import { PbfWriter } from 'pbf';
import type { TileFeature } from './make-tile.ts';
import { TILE_EXTENT } from './make-tile.ts';

export const LAYER = 'places';

/** Fields of the messages by their numbers. */
const tile = { layers: 3 } as const;
const layer = { name: 1, features: 2, keys: 3, values: 4, extent: 5, version: 15 } as const;
const feature = { tags: 2, type: 3, geometry: 4 } as const;
const value = { string: 1, uint: 5 } as const;

const POINT = 1;
const VERSION = 2;
/** The command MoveTo, once. */
const MOVE_TO = 9;

/** Keys and values that features share, each written once. */
class Shared<T> {
  readonly values: T[] = [];
  readonly #numbers = new Map<T, number>();

  numberOf(given: T): number {
    const known = this.#numbers.get(given);
    if (known !== undefined) return known;
    this.#numbers.set(given, this.values.length);
    return this.values.push(given) - 1;
  }
}

export function encodeTile(features: readonly TileFeature[]): Uint8Array {
  const writer = new PbfWriter();
  if (features.length > 0) writer.writeMessage(tile.layers, writeLayer, features);
  return writer.finish();
}

function writeLayer(features: readonly TileFeature[], writer: PbfWriter): void {
  const keys = new Shared<string>();
  const values = new Shared<string | number>();
  writer.writeVarintField(layer.version, VERSION);
  writer.writeStringField(layer.name, LAYER);
  for (const each of features) {
    const tags = propertiesOf(each).flatMap(([key, property]) => [keys.numberOf(key), values.numberOf(property)]);
    writer.writeMessage(layer.features, writeFeature, { tags, x: each.x, y: each.y });
  }
  for (const key of keys.values) writer.writeStringField(layer.keys, key);
  for (const each of values.values) writer.writeMessage(layer.values, writeValue, each);
  writer.writeVarintField(layer.extent, TILE_EXTENT);
}

/** What is not known is absent: a place without live data has no `available`, one without known power no `power`. */
function propertiesOf(given: TileFeature): readonly (readonly [string, string | number])[] {
  const { id, count, watts, evses, live, available } = given;
  return [
    ...(id === undefined ? ([['count', count]] as const) : ([['id', id]] as const)),
    ...(watts === 0 ? [] : ([['power', watts]] as const)),
    ['evses', evses],
    ['unknown', evses - live],
    ...(live === 0 ? [] : ([['available', available]] as const)),
  ];
}

function writeFeature({ tags, x, y }: { tags: number[]; x: number; y: number }, writer: PbfWriter): void {
  writer.writePackedVarint(feature.tags, tags);
  writer.writeVarintField(feature.type, POINT);
  writer.writePackedVarint(feature.geometry, [MOVE_TO, zigzag(x), zigzag(y)]);
}

function writeValue(given: string | number, writer: PbfWriter): void {
  if (typeof given === 'string') writer.writeStringField(value.string, given);
  else writer.writeVarintField(value.uint, Math.round(given));
}

function zigzag(number: number): number {
  return (number << 1) ^ (number >> 31);
}
