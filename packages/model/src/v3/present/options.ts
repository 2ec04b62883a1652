/** What a request chooses of a location. Source: contract v3, `fields` of the location endpoints. */
import type { EnumDialect } from '../../vocabulary/index.ts';
import type { TariffFilter } from '../tariff-filter.ts';
import type { NamingScheme } from './name.ts';

export const locationFields = [
  'address',
  'evses',
  'truckRestrictions',
  'locationInfo',
  'emsps',
  'connectorGroups',
  'predictions',
  'reliability',
  'tariffs',
  'nearby',
] as const;
export type LocationField = (typeof locationFields)[number];

/** Groups that the contract does not have. */
export const ownFields = ['statusInfo'] as const;
export type OwnField = (typeof ownFields)[number];

export interface PresentV3Options {
  readonly enums: EnumDialect;
  /** Decides which tariffs hold and which opening exceptions are still to come. */
  readonly now: Date;
  /** Beyond the minimal set. */
  readonly fields?: ReadonlySet<LocationField | OwnField>;
  /** Absent: tariffs that are paid on the spot. */
  readonly tariffFilter?: TariffFilter;
  /** v3 spelling. EVSEs and connector groups without one of them are left out. */
  readonly connectorTypes?: ReadonlySet<string>;
  /** How many days of predictions; no source has any yet, so none are answered. */
  readonly days?: number;
  /** Absent: the guide's naming. */
  readonly naming?: NamingScheme;
  /** What stands before the content id; ends in a colon. */
  readonly idPrefix?: string;
}
