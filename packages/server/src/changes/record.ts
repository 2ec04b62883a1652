/** What is said of a place that changed: how it is now, as one or more records. */
import { hash } from 'node:crypto';
import type { ContentId, Site } from '@pantograph/model/location';
import type { PresentV3Options } from '@pantograph/model/v3';
import { presentV3 } from '@pantograph/model/v3';
import type { Atlas } from '../atlas/atlas.ts';
import type { Mention } from './mentions.ts';
import type { ChangeView } from './view.ts';
import { changeFields } from './view.ts';

export interface ChangeRecord {
  readonly type: 'upsert' | 'status' | 'remove' | 'alias';
  /** All of the JSON object but its opening brace, so that a cursor can stand first in it. */
  readonly rest: Buffer;
}

export interface Presenting {
  readonly atlas: Pick<Atlas, 'site' | 'removal' | 'document'>;
  readonly presentation: Pick<PresentV3Options, 'naming' | 'idPrefix'>;
  readonly now: () => Date;
}

export type Shown = Pick<ChangeView, 'enums' | 'fields' | 'tariffFilter'>;

/** @param site what is shown under the mentioned id; under another's own id where it is an alias of that */
export function recordsOf(
  presenting: Presenting,
  { contentId, uids, tariffs = false }: Mention,
  site: Site | undefined,
  shown: Shown,
): readonly ChangeRecord[] {
  if (site === undefined) return [goneRecord(presenting, contentId)];
  if (site.contentId !== contentId) {
    // That it is an alias was said when it became one; its statuses are the other's.
    return uids === undefined ? [recordOf('alias', { contentId, shownAs: site.contentId })] : [];
  }
  if (uids === undefined || (tariffs && shown.fields.has('tariffs'))) return [upsertRecord(presenting, site, shown)];
  const statuses = uids.map((uid) => statusRecord(presenting, site, uid, shown));
  // An EVSE that the dialect does not show, or that is gone: the whole place says so.
  return statuses.every((status) => status !== undefined) ? statuses : [upsertRecord(presenting, site, shown)];
}

/** For a reader whose conditions the place does not meet, or not any more. */
export function outsideRecord(contentId: ContentId): ChangeRecord {
  return recordOf('remove', { contentId, reason: 'outside' });
}

const fieldsOfForm = changeFields.filter((field) => field !== 'tariffs');

/** In a few letters, how a place is shown but for its tariffs; others where anything about it is shown otherwise. */
export function formOf(presenting: Presenting, contentId: ContentId): string {
  const site = presenting.atlas.site(contentId);
  const whole = { enums: 'ocpi', fields: new Set(fieldsOfForm) } as const;
  const records = recordsOf(presenting, { contentId }, site, whole);
  return hash('sha1', Buffer.concat(records.map(({ rest }) => rest)), 'base64url');
}

function goneRecord({ atlas }: Presenting, contentId: ContentId): ChangeRecord {
  const removal = atlas.removal(contentId);
  return recordOf('remove', {
    contentId,
    ...(removal === undefined
      ? { reason: 'unpublished' }
      : { reason: 'removed', detail: removal.reason, removedAt: new Date(removal.removedAt).toISOString() }),
  });
}

function upsertRecord(presenting: Presenting, site: Site, { enums, fields, tariffFilter }: Shown): ChangeRecord {
  const now = presenting.now();
  const filter = tariffFilter && { tariffFilter };
  const present = (): object => presentV3(site, { ...presenting.presentation, enums, fields, ...filter, now });
  // Whoever reads everything once should not drive out what is asked for often.
  const { bytes } = presenting.atlas.document(site, { variant: undefined, present }, now);
  const head = `"type":"upsert","contentId":${JSON.stringify(site.contentId)},"location":`;
  return { type: 'upsert', rest: Buffer.concat([Buffer.from(head), bytes, closing]) };
}

/** As the place itself would show the EVSE, and where its status comes from. */
function statusRecord(presenting: Presenting, site: Site, uid: string, { enums }: Shown): ChangeRecord | undefined {
  const wanted = uid.toLowerCase();
  const evse = site.location.evses.find((one) => one.uid.toLowerCase() === wanted);
  const status = evse && site.statuses.get(evse.uid);
  if (evse === undefined || status === undefined) return undefined;
  const { contentId, source, extension, statuses, tariffs, location } = site;
  const alone = { contentId, source, extension, statuses, tariffs, location: { ...location, evses: [evse] } };
  const shown = presentV3(alone, { enums, fields: new Set(['evses'] as const), now: presenting.now() }).evses?.[0];
  if (shown === undefined) return undefined;
  return recordOf('status', {
    contentId,
    evseUid: shown.uid,
    evseId: shown.evseId,
    status: shown.status,
    modified: shown.modified,
    observedAt: new Date(status.observedAt).toISOString(),
    receivedAt: new Date(status.receivedAt).toISOString(),
    source: status.source ?? source.name,
  });
}

const closing = Buffer.from('}');

function recordOf(type: ChangeRecord['type'], said: object): ChangeRecord {
  return { type, rest: Buffer.from(JSON.stringify({ type, ...said }).slice(1)) };
}
