/**
 * How long statuses are believed. A status that nobody has confirmed for longer than the rule of its source allows is
 * served as UNKNOWN; the store keeps what the source said.
 */
import type { EvseStatus, Site, SourceInfo } from '@pantograph/model/location';
import type { PlaceRecord } from './build-site.ts';

export interface SourceTrust {
  /** When the source last stood by all that it says; absent where it is not pulled. */
  readonly confirmedAt?: string;
  /** Milliseconds; absent: its statuses are believed for ever. */
  readonly decayAfter?: number;
}

/** By the name of the source. The same map as before where nothing has changed. */
export type StatusTrust = () => ReadonlyMap<string, SourceTrust>;

/** Trust that is asked for only when it is time to: readers of places ask for it all the time. */
export function heldTrust(trust: StatusTrust): { readonly current: StatusTrust; readonly renew: () => void } {
  let held = trust();
  return {
    current: () => held,
    renew: () => {
      held = trust();
    },
  };
}

/** What a source says of now. That something is planned or removed stays so until it says otherwise. */
const lively: ReadonlySet<EvseStatus['status']> = new Set([
  'AVAILABLE',
  'BLOCKED',
  'CHARGING',
  'INOPERATIVE',
  'OUTOFORDER',
  'RESERVED',
]);

/** Milliseconds since 1970 from which on the status is not believed; `Infinity` for never. */
export function believedUntil({ status, receivedAt }: EvseStatus, { confirmedAt, decayAfter }: SourceTrust): number {
  if (decayAfter === undefined || !lively.has(status)) return Infinity;
  return Math.max(Date.parse(receivedAt), Date.parse(confirmedAt ?? receivedAt)) + decayAfter;
}

/** The first loss of a site's statuses, as trust is now. */
export function statusesBelievedUntil(site: Site, trust: ReadonlyMap<string, SourceTrust>): number {
  let until = Infinity;
  for (const status of site.statuses.values()) {
    const told = trust.get(status.source ?? site.source.name);
    if (told !== undefined) until = Math.min(until, believedUntil(status, told));
  }
  return until;
}

export function asBelieved(status: EvseStatus, trust: SourceTrust, now: number): EvseStatus {
  return believedUntil(status, trust) <= now ? { ...status, status: 'UNKNOWN' } : status;
}

/** The same record where all of it is believed. */
export function recordAsBelieved(record: PlaceRecord, trust: SourceTrust | undefined, now: number): PlaceRecord {
  if (trust?.decayAfter === undefined) return record;
  const statuses = record.statuses.map((status) => asBelieved(status, trust, now));
  const lost = new Set(statuses.filter((status, index) => status !== record.statuses[index]).map(({ uid }) => uid));
  if (lost.size === 0) return record;
  const evses = record.location.evses.map((evse) =>
    lost.has(evse.uid) ? { ...evse, status: 'UNKNOWN' as const } : evse,
  );
  return { ...record, location: { ...record.location, evses }, statuses };
}

/** Confirmations come so often that nobody is told of them: whoever looks sees the last one. */
export function confirmedBy(source: SourceInfo, trust: StatusTrust): SourceInfo {
  return Object.defineProperty({ ...source }, 'confirmedAt', { get: () => trust().get(source.name)?.confirmedAt });
}
