/** What is kept of a charging location, and what presenters are handed. */
import type { Evse, Location, Tariff } from '../ocpi/index.ts';
import type { Notice } from '../notice/index.ts';
import type { LocationExtension, TariffExtension } from './extension.ts';
import type { ContentId, ObjectKey } from './identity.ts';

/** A location as a feed's reader hands it over. */
export interface LocationRecord {
  readonly contentId: ContentId;
  readonly key: ObjectKey;
  readonly location: Location;
  readonly extension: LocationExtension;
  /** What was mended or is doubtful in the stored object. */
  readonly notices: readonly Notice[];
}

/** A tariff as a feed's reader hands it over. */
export interface TariffRecord {
  readonly key: ObjectKey;
  readonly tariff: Tariff;
  readonly extension: TariffExtension;
  readonly notices: readonly Notice[];
}

/** Where data comes from and on what terms. */
export interface SourceInfo {
  readonly name: string;
  /** Shown with every answer that holds this source's data. */
  readonly attribution?: string;
  readonly licence?: string;
  /** Generated data; the attribution says so. */
  readonly demo?: boolean;
  /** Whether its terms let us pass it on to OCPI peers; absent is no. */
  readonly redistribute?: boolean;
  /** When it last stood by all that it says, where it is pulled; known to a serving world only, and never stored. */
  readonly confirmedAt?: string;
}

/** One EVSE's status with its provenance. Instants are UTC, ISO 8601. */
export interface EvseStatus {
  readonly uid: string;
  readonly status: Evse['status'];
  /** The source's time. */
  readonly observedAt: string;
  /** Our time. */
  readonly receivedAt: string;
  /** Who said it, where that is not the source of the location. */
  readonly source?: string;
}

/**
 * A location as the world sees it now: live statuses merged into `location.evses`, unpublished ones and EVSEs removed
 * for longer than the retention already left out, tariffs resolved.
 */
export interface Site {
  readonly contentId: ContentId;
  readonly source: SourceInfo;
  readonly location: Location;
  readonly extension: LocationExtension;
  /** By EVSE uid. */
  readonly statuses: ReadonlyMap<string, EvseStatus>;
  /** By tariff id in lower case, as connectors refer to them; a reference without an entry dangles. */
  readonly tariffs: ReadonlyMap<string, TariffRecord>;
}
