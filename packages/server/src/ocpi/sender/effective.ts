/**
 * A stored location as it is shown to peers: with the dates that OCPI wants, and gone where it is gone. Peers were told
 * when it was gone; where it is there again it is not older than that, whatever its source says.
 * OCPI 2.3.0 mod_locations: a change of a connector or EVSE is one of its parents too, and nothing is ever deleted.
 */
import type { Evse, Location } from '@pantograph/model/ocpi';
import type { StoredLocation } from '../../store/store.ts';

type Dated = Pick<StoredLocation, 'location' | 'extension' | 'removal' | 'returnedAt'>;

/** A third of real feeds leave the location's date behind its EVSEs'; whoever asks for changes would miss them. */
export function effectiveLocation(stored: Dated): Location {
  const { location, removal, returnedAt } = stored;
  const evses = location.evses.map((evse) => ({
    ...evse,
    ...(removal === undefined ? {} : { status: 'REMOVED' as const }),
    last_updated: newest([evse.last_updated, ...datesBesideStatus(stored, evse)]),
  }));
  const dates = [location.last_updated, removal?.removedAt, returnedAt, ...evses.map((evse) => evse.last_updated)];
  return { ...location, evses, last_updated: newest(dates) };
}

/** When something of an EVSE changed that is not its status; peers that know of it take nothing older. */
export function datesBesideStatus(
  { extension, removal, returnedAt }: Dated,
  { uid, connectors }: Pick<Evse, 'uid' | 'connectors'>,
): readonly (string | undefined)[] {
  const ofConnectors = connectors.map((one) => one.last_updated);
  return [extension.evses?.[uid]?.changedAt, ...ofConnectors, removal?.removedAt, returnedAt];
}

export function newest(instants: readonly (string | undefined)[]): string {
  let latest = '';
  for (const instant of instants) {
    if (instant !== undefined && (latest === '' || Date.parse(instant) > Date.parse(latest))) latest = instant;
  }
  return latest;
}
