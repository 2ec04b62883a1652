/**
 * What v2 asks of whatever holds the data: our atlas, or another v3 with its Search behind a gateway. Everything above
 * this is one code path for both.
 */
import type { RoamingProvider } from '@pantograph/model/v2';
import type { Document } from '../../atlas/kept/kept-documents.ts';
import type { Area } from '../../atlas/query.ts';
import type { Eventually } from '../../http/eventually.ts';
import type { StationForm } from '../answer/station-form.ts';

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
  /** Whether `matched` is wanted, which may take longer. */
  readonly total: boolean;
}

/** A station in one form: what `StationForm.write` makes, as bytes, with a gap in place of the distance. */
export type StationDocument = Pick<Document, 'bytes' | 'gap' | 'tag' | 'writeTag'>;

export interface Station {
  /** To be copied before another one is read. */
  read(form: StationForm): StationDocument;
}

export interface StationHit extends Station {
  /** Metres from a circle's centre; along a route: the way on it plus the distance from it; `undefined` for a box. */
  readonly distance: number | undefined;
  /** Metres between a route and the station. */
  readonly offRoute: number | undefined;
}

export interface StationPage {
  /** By distance, then by id. */
  readonly hits: readonly StationHit[];
  /** Whether others come behind it. */
  readonly more: boolean;
  /** All that fit the question, before offset and limit; of use only where `total` was asked for. */
  readonly matched: number;
  /** The terms of the sources of the stations that were read, for `X-Attribution`. */
  attribution(): string | undefined;
}

export interface KnownStations {
  /** In the order asked for, each once; those that are not there are left out. */
  readonly stations: readonly Station[];
  /** As of a page. */
  attribution(): string | undefined;
}

export interface KnownProviders {
  readonly providers: readonly RoamingProvider[];
  readonly attribution: string | undefined;
}

export interface Removal {
  readonly removedAt: string;
  readonly reason: string;
}

export interface LegacyBackEnd {
  /** `now` decides which prices hold. */
  find(question: StationQuestion, now: Date): Eventually<StationPage>;
  count(area: LegacyArea, filter: StationFilter, now: Date): Eventually<number>;
  stations(contentIds: readonly string[], now: Date): Eventually<KnownStations>;
  /** When and why a station was removed, where that is known. */
  removal(contentId: string, now: Date): Eventually<Removal | undefined>;
  /** Every eMSP that is accepted anywhere, with the countries where it is. */
  providers(now: Date): Eventually<KnownProviders>;
}
