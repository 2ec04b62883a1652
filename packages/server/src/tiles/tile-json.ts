/** TileJSON 3.0: how to ask for the tiles, and what is in them. */
import { LAYER } from './encode-tile.ts';
import { FIRST_ZOOM_OF_PLACES } from './make-tile.ts';
import { MAX_ZOOM } from './tile-address.ts';

/** @param search goes on with every tile, so that a filter is kept */
export function tileJson(origin: string, search: string, attribution: string | undefined): string {
  return JSON.stringify({
    tilejson: '3.0.0',
    name: 'Charging places',
    description: `Clusters below zoom ${String(FIRST_ZOOM_OF_PLACES)}, places from there on. Filters of /v1/browse apply: evStation[...], categories, chains, name, in=countryCode.`,
    scheme: 'xyz',
    tiles: [`${origin}/tiles/{z}/{x}/{y}.mvt${search}`],
    minzoom: 0,
    maxzoom: MAX_ZOOM,
    bounds: [-180, -85.051129, 180, 85.051129],
    ...(attribution === undefined ? {} : { attribution }),
    vector_layers: [
      {
        id: LAYER,
        description: 'A feature with an id is a place; one with a count is a cluster of several.',
        minzoom: 0,
        maxzoom: MAX_ZOOM,
        fields: {
          id: 'String. Content id of a place.',
          count: 'Number. Places in a cluster.',
          power: 'Number. Highest power, W. Absent where none is known.',
          evses: 'Number. EVSEs that are not removed and fit the connector filter.',
          available: 'Number. EVSEs that are available now. Absent where no status is known.',
          unknown: 'Number. EVSEs of unknown status.',
        },
      },
    ],
  });
}
