import type { EvseStatus, LocationRecord } from '@pantograph/model/location';

/** A location with its live statuses, which are merged into `location.evses` already. */
export interface PlaceRecord extends LocationRecord {
  readonly statuses: readonly EvseStatus[];
  /** In the order of creation, where a store keeps it. */
  readonly ordinal?: number;
  /** Other sources of which a status is shown here. */
  readonly statusesFrom?: readonly string[];
}
