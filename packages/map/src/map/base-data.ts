/** What the offline map is drawn from: coarse land at once, finer land and towns after it. */
import type { FeatureCollection, Point } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import coarseUrl from 'world-atlas/countries-110m.json?url';
import fineUrl from 'world-atlas/countries-50m.json?url';
import townsUrl from '../../generated/towns.json?url';
import type { GeoJSONSource, Map } from 'maplibre-gl';

type World = Topology<{ readonly countries: GeometryCollection; readonly land: GeometryCollection }>;

/** Name, longitude, latitude, population; the most populous first. */
export type Town = readonly [name: string, lng: number, lat: number, population: number];

export async function drawBase(map: Map): Promise<void> {
  await drawLand(map, coarseUrl);
  await Promise.all([drawLand(map, fineUrl), drawTowns(map)]);
}

async function drawLand(map: Map, url: string): Promise<void> {
  const response = await fetch(url);
  const world = (await response.json()) as World;
  await sourceOf(map, 'land')?.setData(feature(world, world.objects.land));
  await sourceOf(map, 'borders')?.setData(mesh(world, world.objects.countries, (one, other) => one !== other));
}

async function drawTowns(map: Map): Promise<void> {
  const towns = await loadTowns();
  const features: FeatureCollection<Point> = {
    type: 'FeatureCollection',
    features: towns.map(([name, lng, lat, population]) => ({
      type: 'Feature',
      properties: { name, population },
      geometry: { type: 'Point', coordinates: [lng, lat] },
    })),
  };
  await sourceOf(map, 'towns')?.setData(features);
}

/** Absent in a style from elsewhere, and once the style was changed. */
function sourceOf(map: Map, id: string): GeoJSONSource | undefined {
  return map.getSource<GeoJSONSource>(id);
}

let towns: Promise<readonly Town[]> | undefined;

export function loadTowns(): Promise<readonly Town[]> {
  towns ??= fetch(townsUrl).then((response) => response.json() as Promise<readonly Town[]>);
  return towns;
}
