/**
 * A stored location as it is shown to peers: with the dates that OCPI wants, and gone where it is gone. Peers were told
 * when it was gone; where it is there again it is not older than that, whatever its source says.
 * OCPI 2.3.0 mod_locations: a change of a connector or EVSE is one of its parents too, and nothing is ever deleted.
 */
import type { Location } from '@pantograph/model/ocpi';
import type { StoredLocation } from '../../store/store.ts';

/** A third of real feeds leave the location's date behind its EVSEs'; whoever asks for changes would miss them. */
export function effectiveLocation({
  location,
  removal,
  returnedAt,
}: Pick<StoredLocation, 'location' | 'removal' | 'returnedAt'>): Location {
  const ours = [removal?.removedAt, returnedAt];
  const evses = location.evses.map((evse) => ({
    ...evse,
    ...(removal === undefined ? {} : { status: 'REMOVED' as const }),
    last_updated: newest([evse.last_updated, ...evse.connectors.map((one) => one.last_updated), ...ours]),
  }));
  const dates = [location.last_updated, ...ours, ...evses.map((evse) => evse.last_updated)];
  return { ...location, evses, last_updated: newest(dates) };
}

export function newest(instants: readonly (string | undefined)[]): string {
  let latest = '';
  for (const instant of instants) {
    if (instant !== undefined && (latest === '' || Date.parse(instant) > Date.parse(latest))) latest = instant;
  }
  return latest;
}
