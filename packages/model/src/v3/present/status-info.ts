/** Where an EVSE's status comes from and how old it is: ours, beside the contract. */
import type { Site } from '../../location/index.ts';
import type { Evse } from '../../ocpi/index.ts';
import type { StatusInfo } from '../wire/index.ts';
import { known } from './known.ts';

/** `undefined` where nobody has told a status. */
export function presentStatusInfo({ statuses, source }: Site, { uid }: Evse, now: Date): StatusInfo | undefined {
  const status = statuses.get(uid);
  if (status === undefined) return undefined;
  const { observedAt, receivedAt } = status;
  // Who told nothing of it confirms nothing of it.
  const confirmedAt = status.source === undefined ? source.confirmedAt : undefined;
  // A source that stands by all it says has said this again; a clock that is ahead makes nothing younger than now.
  const heard = Math.max(Date.parse(observedAt), Date.parse(confirmedAt ?? observedAt));
  return known<StatusInfo>({
    observedAt: new Date(observedAt).toISOString(),
    receivedAt: new Date(receivedAt).toISOString(),
    confirmedAt: confirmedAt && new Date(confirmedAt).toISOString(),
    source: status.source ?? source.name,
    ageSeconds: Math.max(0, Math.floor((now.getTime() - heard) / 1000)),
  });
}
