/**
 * Everything v2 can say of a charging location, in the model's units. It is made from a v3 ChargingLocation alone, be it
 * the vendor's behind a gateway or what our own v3 says of a stored site, so that both answer alike.
 */
import type { EMobilityServiceProvider, Position } from '../../location/index.ts';
import type { Evse } from '../../ocpi/index.ts';
import type { WeeklyHours } from './weekly-hours.ts';
import type { AdHocTariff } from './ad-hoc-tariff.ts';

export interface StationFacts {
  /** v2 `id` and `poolId`, the last part of a v3 id. */
  readonly contentId: string;
  readonly name: string;
  /** The sub-operator's name, else the operator's. */
  readonly brand: string | undefined;
  readonly website: string | undefined;
  readonly phone: string | undefined;
  /** The location's id at its operator. */
  readonly cpoLocationId: string | undefined;
  readonly address: StationAddress;
  readonly position: Position;
  readonly entrance: Position | undefined;
  readonly timeZone: string | undefined;
  readonly hours: WeeklyHours | undefined;
  /** v3 `restrictions`: who may use it; empty is unknown. */
  readonly restrictions: readonly string[];
  readonly serviceProviders: readonly EMobilityServiceProvider[];
  /**
   * In OCPI's shape; `last_updated` is v3's `modified`, of connectors too, and `tariff_ids` of connectors lead into
   * `tariffs`.
   */
  readonly evses: readonly Evse[];
  /** v3 EvsePaymentSupport in the published spelling, by EVSE uid. */
  readonly paymentSupports: ReadonlyMap<string, readonly string[]>;
  /** By place in v3's list; ad hoc ones only. */
  readonly tariffs: ReadonlyMap<string, AdHocTariff>;
}

export interface StationAddress {
  readonly street: string | undefined;
  readonly houseNumber: string | undefined;
  readonly city: string | undefined;
  readonly postalCode: string | undefined;
  readonly state: string | undefined;
  /** ISO 3166-1 alpha-3. */
  readonly country: string | undefined;
}
