/** The Receiver interface of locations. OCPI 2.3.0 and 2.1.1, mod_locations. */
import { readLocation } from '@pantograph/feeds/ocpi';
import type { ContentId } from '@pantograph/model/location';
import { contentIdOf } from '@pantograph/model/location';
import { statuses } from '@pantograph/model/vocabulary';
import type { WholeAnswer } from '../../http/answer.ts';
import { Declined } from '../answer/declined.ts';
import type { OcpiCall, OcpiHandler } from '../call.ts';
import { methodNotAllowed } from '../call.ts';
import { heldLocation, notCarried, partOf } from '../sender/sender-module.ts';
import { amendLocation } from './amend-location.ts';
import type { JsonObject } from './json-object.ts';
import { objectsIn, sameId, textIn } from './json-object.ts';
import { patchedConnector, patchedEvse, patchedLocation } from './merge-patch.ts';
import { dateOfPatch, isOlder, later, pushedDate } from './pushed-date.ts';
import type { Target } from './receive.ts';
import {
  acknowledged,
  counted,
  kept,
  noteClock,
  objectOf,
  quarantined,
  readContext,
  refuseOtherId,
  refuseOtherParty,
  targetOf,
} from './receive.ts';
import { NONE_TOLD, hasStatus, told, toldIn } from './told-status.ts';

/** There is no DELETE: what is gone gets the status REMOVED. */
const METHODS = ['GET', 'PUT', 'PATCH'] as const;

export const receiverLocations: OcpiHandler = (call) => {
  const { method } = call.request;
  if (!METHODS.some((one) => one === method)) throw methodNotAllowed(call, METHODS);
  if (call.segments.length > 5) throw new Declined('path_unknown', 'There is nothing below a connector');
  const target = targetOf(call);
  const contentId = contentIdOf({ source: call.peer.name, ...target });
  if (method === 'GET') return getHeld(call, contentId);
  const [, , , uid, connectorId] = call.segments;
  if (uid === undefined) return method === 'PUT' ? putLocation(call, target) : patchLocation(call, target, contentId);
  if (connectorId === undefined) {
    return method === 'PUT' ? putEvse(call, target, contentId, uid) : patchEvse(call, target, contentId, uid);
  }
  return pushConnector(call, target, contentId, { uid, connectorId });
};

function getHeld(call: OcpiCall, contentId: ContentId): WholeAnswer {
  const stored = call.deps.store.location(contentId);
  const [, , , uid, connectorId] = call.segments;
  const found = stored && partOf(heldLocation(stored, call), uid, connectorId);
  if (found === undefined && stored && partOf(stored.location, uid, connectorId) !== undefined) throw notCarried(call);
  if (found === undefined) throw new Declined('not_found', `We hold no ${call.segments.join('/')} of yours`);
  return acknowledged(call, 'done', found);
}

async function putLocation(call: OcpiCall, target: Target): Promise<WholeAnswer> {
  const body = await objectOf(call);
  refuseOtherId(body, 'id', target.id);
  refuseOtherParty(body, target);
  noteClock(call, body);
  const raw = { ...body, id: textIn(body, 'id') ?? target.id };
  const reading = readLocation(raw, readContext(call, target));
  if (!reading.ok) throw await quarantined(call, 'location', raw, { id: target.id, notices: reading.notices });
  const { record } = reading;
  const outcome = await kept(call, { kind: 'location', record, receivedAt: call.now.toISOString() });
  counted(call, outcome);
  return acknowledged(call, outcome === 'added' ? 'created' : 'done');
}

async function patchLocation(call: OcpiCall, target: Target, contentId: ContentId): Promise<WholeAnswer> {
  const patch = await objectOf(call);
  refuseOtherId(patch, 'id', target.id);
  refuseOtherParty(patch, target);
  noteClock(call, patch);
  const date = dateOfPatch(patch, call.version, call.now);
  return amendLocation(call, target, contentId, (held) => {
    if (isOlder(date, dateIn(held))) return 'stale';
    return { raw: patchedLocation(held, patch, date), date, told: toldIn(patch, date, call.now) };
  });
}

async function putEvse(call: OcpiCall, target: Target, contentId: ContentId, uid: string): Promise<WholeAnswer> {
  const body = await objectOf(call);
  refuseOtherId(body, 'uid', uid);
  noteClock(call, body);
  const date = pushedDate(body, call.now) ?? call.now.toISOString();
  return amendLocation(call, target, contentId, (held) => {
    const before = evseIn(held, uid);
    if (before !== undefined && isOlder(date, dateIn(before))) return 'stale';
    const evse = { ...body, uid: before?.['uid'] ?? uid, last_updated: date };
    // A whole EVSE tells its status, be it that of its connectors, or that there is none.
    return { ...withEvse(held, evse, date), told: told(uid, date), isNew: before === undefined };
  });
}

/** Most of what peers send is one EVSE's new status: that needs neither the document nor the reader. */
async function patchEvse(call: OcpiCall, target: Target, contentId: ContentId, uid: string): Promise<WholeAnswer> {
  const patch = await objectOf(call);
  refuseOtherId(patch, 'uid', uid);
  const date = dateOfPatch(patch, call.version, call.now);
  const status = statusAlone(patch);
  noteClock(call, patch);
  if (status !== undefined) {
    const heard = { uid, status, observedAt: date, receivedAt: call.now.toISOString() };
    const outcome = await kept(call, { kind: 'status', contentId, status: heard });
    if (outcome === 'absent') throw unknownPart(`location ${target.id} with an EVSE ${uid}`);
    counted(call, outcome);
    return acknowledged(call, 'done');
  }
  return amendLocation(call, target, contentId, (held) => {
    const before = evseIn(held, uid);
    if (before === undefined) throw unknownPart(`EVSE ${uid}`);
    if (isOlder(date, dateIn(before))) return 'stale';
    const evse = { ...patchedEvse(before, patch, date), uid: before['uid'], last_updated: date };
    return { ...withEvse(held, evse, date), told: hasStatus(patch) ? told(uid, date) : NONE_TOLD };
  });
}

async function pushConnector(
  call: OcpiCall,
  target: Target,
  contentId: ContentId,
  { uid, connectorId }: { readonly uid: string; readonly connectorId: string },
): Promise<WholeAnswer> {
  const body = await objectOf(call);
  refuseOtherId(body, 'id', connectorId);
  noteClock(call, body);
  const isPatch = call.request.method === 'PATCH';
  const date = isPatch
    ? dateOfPatch(body, call.version, call.now)
    : (pushedDate(body, call.now) ?? call.now.toISOString());
  return amendLocation(call, target, contentId, (held) => {
    const evse = evseIn(held, uid);
    if (evse === undefined) throw unknownPart(`EVSE ${uid}`);
    const connectors = objectsIn(evse, 'connectors');
    const before = connectors.find((one) => sameId(textIn(one, 'id'), connectorId));
    if (before === undefined && isPatch) throw unknownPart(`connector ${connectorId}`);
    if (before !== undefined && isOlder(date, dateIn(before))) return 'stale';
    const whole = isPatch ? patchedConnector(before ?? {}, body, date) : body;
    const connector = { ...whole, id: before?.['id'] ?? connectorId, last_updated: date };
    const changed = {
      ...evse,
      connectors: replaced(connectors, before, connector),
      last_updated: later(date, dateIn(evse)),
    };
    return { ...withEvse(held, changed, date), told: NONE_TOLD, isNew: before === undefined };
  });
}

/** OCPI 2.3.0 mod_locations: a change of a part is one of all that it is part of. */
function withEvse(held: JsonObject, evse: JsonObject, date: string) {
  const evses = objectsIn(held, 'evses');
  const before = evseIn(held, textIn(evse, 'uid') ?? '');
  return { raw: { ...held, evses: replaced(evses, before, evse), last_updated: later(date, dateIn(held)) }, date };
}

function replaced(
  list: readonly JsonObject[],
  before: JsonObject | undefined,
  after: JsonObject,
): readonly JsonObject[] {
  return before === undefined ? [...list, after] : list.map((one) => (one === before ? after : one));
}

function evseIn(held: JsonObject, uid: string): JsonObject | undefined {
  return objectsIn(held, 'evses').find((evse) => sameId(textIn(evse, 'uid'), uid));
}

/** Of what is held; there is always one. */
function dateIn(held: JsonObject): string {
  return textIn(held, 'last_updated') ?? '1970-01-01T00:00:00Z';
}

const statusFields: ReadonlySet<string> = new Set(['uid', 'status', 'last_updated']);
const knownStatuses = new Map(statuses.map((row) => [row.status as string, row.status]));

/** The status of a PATCH that is in order and says nothing else; anything else is the reader's. */
function statusAlone(patch: JsonObject) {
  const { status } = patch;
  for (const name in patch) if (!statusFields.has(name)) return undefined;
  // OPERATIONAL is the guide's and no value of OCPI.
  return typeof status === 'string' && status !== 'OPERATIONAL' ? knownStatuses.get(status) : undefined;
}

function unknownPart(what: string): Declined {
  return new Declined('object_unknown', `We hold no ${what}; PUT it whole`);
}
