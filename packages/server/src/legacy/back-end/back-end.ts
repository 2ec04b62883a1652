/**
 * What v2 asks of whatever holds the data: our atlas, or another v3 with its Search behind a gateway. Everything above
 * this is one code path for both.
 */
import type { RoamingProvider, StationFacts } from '@pantograph/model/v2';
import type { Area } from '../../atlas/query.ts';

export type LegacyArea = Extract<Area, { kind: 'circle' | 'box' | 'route' }>;

/** Stations that have one of the connector types and accept one of the eMSPs. An empty list asks nothing. */
export interface StationFilter {
  /** Current v2 ids. */
  readonly connectorTypeIds: readonly number[];
  /** eMSP partner ids. */
  readonly providers: readonly string[];
}

export interface StationQuestion {
  readonly area: LegacyArea;
  readonly filter: StationFilter;
  readonly offset: number;
  readonly limit: number;
  /** Whether `matched` has to be the number of all; otherwise it only has to tell whether there are more. */
  readonly total: boolean;
}

export interface StationHit {
  readonly facts: StationFacts;
  /** Metres from a circle's centre; along a route: the way on it plus the distance from it; `undefined` for a box. */
  readonly distance: number | undefined;
  /** Metres between a route and the station. */
  readonly offRoute: number | undefined;
}

/** What an answer is made of, with the terms of its sources, for `X-Attribution`. */
export type Attributed<Value> = Value & { readonly attribution: string | undefined };

export type StationPage = Attributed<{
  /** By distance, then by id. */
  readonly hits: readonly StationHit[];
  /** All that fit the question, before offset and limit; see `total`. */
  readonly matched: number;
}>;

export type KnownStations = Attributed<{
  /** In the order asked for, each once; those that are not there are left out. */
  readonly stations: readonly StationFacts[];
}>;

export type KnownProviders = Attributed<{ readonly providers: readonly RoamingProvider[] }>;

export interface Removal {
  readonly removedAt: string;
  readonly reason: string;
}

export interface LegacyBackEnd {
  /** `now` decides which prices hold. */
  find(question: StationQuestion, now: Date): StationPage | Promise<StationPage>;
  count(area: LegacyArea, filter: StationFilter, now: Date): number | Promise<number>;
  stations(contentIds: readonly string[], now: Date): KnownStations | Promise<KnownStations>;
  /** When and why a station was removed, where that is known. */
  removal(contentId: string, now: Date): Removal | undefined | Promise<Removal | undefined>;
  /** Every eMSP that is accepted anywhere, with the countries where it is. */
  providers(now: Date): KnownProviders | Promise<KnownProviders>;
}
