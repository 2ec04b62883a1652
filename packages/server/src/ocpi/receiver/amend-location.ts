/**
 * Changes of a part of a location: within the store's transaction the part is put into what is held, and the whole is
 * read as if it had come from a feed. Two peers' servers, or two requests of one, cannot undo each other's parts.
 */
import { readLocation } from '@pantograph/feeds/ocpi';
import type { ContentId, LocationRecord } from '@pantograph/model/location';
import type { Notice } from '@pantograph/model/notice';
import type { StoredLocation } from '../../store/store.ts';
import type { WholeAnswer } from '../../http/answer.ts';
import { Declined } from '../answer/declined.ts';
import type { OcpiCall } from '../call.ts';
import type { JsonObject } from './json-object.ts';
import type { Target } from './receive.ts';
import { later } from './pushed-date.ts';
import { acknowledged, counted, kept, quarantined, readContext } from './receive.ts';
import type { ToldStatuses } from './told-status.ts';
import { withConnectorStatuses, withStatusDates } from './told-status.ts';

/** `stale`: what came is older than what is held. */
export type Amended =
  | {
      readonly raw: JsonObject;
      /** Of the push. */
      readonly date: string;
      readonly told: ToldStatuses;
      readonly isNew?: boolean;
    }
  | 'stale';

/** @param amend may throw `Declined` */
export async function amendLocation(
  call: OcpiCall,
  target: Target,
  contentId: ContentId,
  amend: (held: JsonObject) => Amended,
): Promise<WholeAnswer> {
  const context = readContext(call, target);
  let amended: Amended = 'stale';
  let hasIgnored = false;
  let declined: Declined | undefined;
  let unusable: { raw: JsonObject; notices: readonly Notice[] } | undefined;

  function recordOf(stored: StoredLocation, newest: string): LocationRecord | undefined {
    hasIgnored = false;
    declined = undefined;
    unusable = undefined;
    try {
      amended = amend(rawOf(stored, newest));
    } catch (error) {
      if (!(error instanceof Declined)) throw error;
      declined = error;
      return undefined;
    }
    if (amended === 'stale') return undefined;
    const { raw, told, isIgnored } = withConnectorStatuses(amended.raw, amended.told, amended.date);
    hasIgnored = isIgnored;
    const reading = readLocation(raw, context);
    // The identity is what the location came with, whatever the amendment says.
    if (reading.ok) {
      const { contentId, key } = stored;
      return { ...withStatusDates(reading.record, stored, told), contentId, key };
    }
    unusable = { raw, notices: reading.notices };
    return undefined;
  }

  const change = { kind: 'amendment', contentId, amend: recordOf, receivedAt: call.now.toISOString() } as const;
  const outcome = await kept(call, change);
  if (outcome === 'absent') throw new Declined('object_unknown', `We hold no location ${target.id}; PUT it whole`);
  const failure = problems();
  if (failure.declined !== undefined) throw failure.declined;
  if (failure.unusable !== undefined) {
    throw await quarantined(call, 'location', failure.unusable.raw, { id: target.id, ...failure.unusable });
  }
  const { result } = failure;
  if (failure.hasIgnored) counted(call, 'connector_status_ignored');
  counted(call, result === 'stale' ? 'stale' : outcome);
  return acknowledged(call, result !== 'stale' && result.isNew === true ? 'created' : 'done');

  // TypeScript does not see what the transaction assigns.
  function problems() {
    return { declined, unusable, result: amended, hasIgnored };
  }
}

function rawOf({ location, extension }: StoredLocation, newest: string): JsonObject {
  const evses = location.evses.map((evse) => {
    const changedAt = extension.evses?.[evse.uid]?.changedAt ?? evse.last_updated;
    return { ...evse, last_updated: later(evse.last_updated, changedAt) };
  });
  return { ...location, evses, last_updated: newest, pantograph: extension };
}
