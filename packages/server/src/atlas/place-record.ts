import type { EvseStatus, LocationRecord } from '@pantograph/model/location';

/** A location with its live statuses, which are merged into `location.evses` already. */
export interface PlaceRecord extends LocationRecord {
  readonly statuses: readonly EvseStatus[];
}
