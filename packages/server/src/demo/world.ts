/**
 * The demo world: plausible charging sites over real European towns, the same for the same seed and moment. A location
 * depends on the seed and its index alone, so a larger world begins with the smaller one. Nothing is kept in memory.
 */
import type { SourceInfo } from '@pantograph/model/location';
import { operators } from './company.ts';
import { countries } from './country.ts';
import type { DemoLocation } from './location.ts';
import { locationOf } from './location.ts';
import { PLACES_ATTRIBUTION, loadPlaces } from './place.ts';
import { randomOf } from './random.ts';
import { draftSite } from './site.ts';
import type { DemoTariff } from './tariff.ts';
import { tariffsOf } from './tariff.ts';

/** The source all demo records belong to. */
export const DEMO_SOURCE: SourceInfo = {
  name: 'demo',
  attribution: `Pantograph demo data, generated, no real charging sites, ${PLACES_ATTRIBUTION}`,
  demo: true,
  redistribute: true,
};

export interface DemoWorldOptions {
  readonly locations: number;
  /** A whole number. */
  readonly seed: number;
  /** Statuses and times are those of this moment. */
  readonly now: Date;
  /** EVSEs a location has on average. */
  readonly evsesPerLocation?: number;
}

export interface DemoWorld {
  readonly source: SourceInfo;
  /** Before the locations that refer to them. */
  tariffs(): Iterable<DemoTariff>;
  locations(): Iterable<DemoLocation>;
}

const USUAL_EVSES_PER_LOCATION = 2.4;

export async function demoWorld(options: DemoWorldOptions): Promise<DemoWorld> {
  const { locations, seed, now, evsesPerLocation = USUAL_EVSES_PER_LOCATION } = options;
  const places = await loadPlaces();
  const tariffsSince = `${String(now.getUTCFullYear())}-01-01T00:00:00Z`;
  return {
    source: DEMO_SOURCE,
    *tariffs() {
      for (const operator of operators) {
        for (const country of countries) {
          if (operator.countries?.includes(country.code) ?? true) yield* tariffsOf(operator, country, tariffsSince);
        }
      }
    },
    *locations() {
      for (let index = 0; index < locations; index++) {
        const random = randomOf(seed, index);
        yield locationOf(draftSite(places, index, evsesPerLocation, random), now, random);
      }
    },
  };
}
