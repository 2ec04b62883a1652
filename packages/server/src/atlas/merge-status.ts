import type { EvseStatus } from '@pantograph/model/location';
import type { PlaceRecord } from './build-site.ts';

/** The record with one EVSE's status replaced; the same record where it has no such EVSE. */
export function mergeStatus(record: PlaceRecord, status: EvseStatus): PlaceRecord {
  if (!record.location.evses.some((evse) => evse.uid === status.uid)) return record;
  const evses = record.location.evses.map((evse) =>
    evse.uid === status.uid ? { ...evse, status: status.status } : evse,
  );
  const others = record.statuses.filter(({ uid }) => uid !== status.uid);
  return { ...record, location: { ...record.location, evses }, statuses: [...others, status] };
}
