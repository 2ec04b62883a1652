/**
 * Everything v2 can say of a charging location, in the model's units. Both sides that v2 answers can be made from fill
 * it: a stored site and a v3 ChargingLocation. What only one of the two knows is not in here, so that a gateway in front
 * of a v3 answers like the server that serves it.
 */
import type { EMobilityServiceProvider, Position } from '../../location/index.ts';
import type { Evse } from '../../ocpi/index.ts';
import type { WeeklyHours } from './weekly-hours.ts';
import type { AdHocTariff } from './ad-hoc-tariff.ts';

export interface StationFacts {
  /** v2 `id` and `poolId`, the last part of a v3 id. */
  readonly contentId: string;
  /** Ours or the published id of each EVSE, by uid; an EVSE that is not in here goes by its uid. */
  readonly evseIds: ReadonlyMap<string, string>;
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
   * In OCPI's shape, whichever side they come from; `last_updated` is v3's `modified`. `tariff_ids` of connectors lead
   * into `tariffs`.
   */
  readonly evses: readonly Evse[];
  /** v3 EvsePaymentSupport in the published spelling, by EVSE uid. */
  readonly paymentSupports: ReadonlyMap<string, readonly string[]>;
  /** Ad hoc ones only; a reference without an entry is an unknown price or another kind of tariff. */
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
