/** Places as GeoJSON (RFC 7946), for maps: our extension `f=geojson`. */
import type { PlaceCollection, SearchResponse } from './wire/envelopes.ts';

export function placeCollectionOf(response: SearchResponse): PlaceCollection {
  const { items, ...around } = response;
  return {
    type: 'FeatureCollection',
    features: items.map(({ id, position, ...properties }) => ({
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: [position.lng, position.lat] },
      properties,
    })),
    ...around,
  };
}
