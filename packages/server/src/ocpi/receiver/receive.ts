/** What the receiving handlers have in common: whose object it is, how it becomes durable, how it is counted. */
import type { ReadContext } from '@pantograph/feeds/ocpi';
import type { Notice } from '@pantograph/model/notice';
import type { Change, Outcome } from '../../store/store.ts';
import type { WholeAnswer } from '../../http/answer.ts';
import { Declined } from '../answer/declined.ts';
import { envelope } from '../answer/envelope.ts';
import { routingOfAnswer } from '../answer/routing.ts';
import type { OcpiCall } from '../call.ts';
import { bodyOf } from '../call.ts';
import { speaksFor } from '../peers/peer.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, objectsIn, sameId, textIn } from './json-object.ts';
import { believedDate, utcInstant } from './pushed-date.ts';

/** An object by its URL. */
export interface Target {
  readonly countryCode: string;
  readonly partyId: string;
  readonly id: string;
}

/** Refuses parties that the caller did not name in its handshake: nobody changes what is another's. */
export function targetOf({ segments, peer }: OcpiCall): Target {
  const [countryCode = '', partyId = '', id = ''] = segments;
  if (id === '') throw new Declined('path_unknown', 'The path has to name country_code, party_id and id');
  if (!speaksFor(peer, countryCode, partyId)) {
    throw new Declined('party_foreign', `${countryCode}/${partyId} is none of the parties of your handshake`);
  }
  return { countryCode: countryCode.toUpperCase(), partyId: partyId.toUpperCase(), id };
}

export function readContext({ peer, version, now }: OcpiCall, { countryCode, partyId }: Target): ReadContext {
  return { source: peer.name, version, countryCode, partyId, receivedAt: now.toISOString() };
}

export async function objectOf(call: OcpiCall): Promise<JsonObject> {
  const body = await bodyOf(call);
  if (!isJsonObject(body)) throw new Declined('body_invalid', 'The body has to be a JSON object');
  return body;
}

/** An id that the body does not say is the URL's. */
export function refuseOtherId(body: JsonObject, field: string, ofUrl: string): void {
  const said = textIn(body, field);
  if (said !== undefined && !sameId(said, ofUrl)) {
    throw new Declined(
      'id_differs',
      `${field} is ${said.slice(0, 60)} in the body and ${ofUrl.slice(0, 60)} in the URL`,
    );
  }
}

export function refuseOtherParty(body: JsonObject, { countryCode, partyId }: Target): void {
  refuseOtherId(body, 'country_code', countryCode);
  refuseOtherId(body, 'party_id', partyId);
}

/** Resolves when the change is on disk. */
export async function kept(call: OcpiCall, change: Change): Promise<Outcome> {
  const [outcome = 'unchanged'] = await call.deps.store.apply([change]);
  return outcome;
}

/** The object goes where nothing is lost, and the peer hears what was wrong with it. */
export async function quarantined(
  call: OcpiCall,
  objectKind: 'location' | 'tariff',
  raw: JsonObject,
  { id, notices }: { readonly id: string; readonly notices: readonly Notice[] },
): Promise<Declined> {
  const object = {
    source: call.peer.name,
    objectKind,
    id,
    raw: JSON.stringify(raw),
    notices,
    receivedAt: call.now.toISOString(),
  };
  counted(call, await kept(call, { kind: 'quarantine', object }));
  const reasons = notices.map(({ code, path }) => (path === '' ? code : `${code} at ${path}`));
  return new Declined('object_unusable', `The ${objectKind} cannot be kept: ${reasons.slice(0, 5).join(', ')}`);
}

/** Counts a push that has a date which is still to come, on the object itself or on a part of it. */
export function noteClock(call: OcpiCall, body: JsonObject): void {
  const evses = objectsIn(body, 'evses');
  const connectors = [body, ...evses].flatMap((one) => objectsIn(one, 'connectors'));
  const isAhead = (one: JsonObject): boolean => {
    const said = utcInstant(one['last_updated']);
    return said !== undefined && believedDate(said, call.now) !== said;
  };
  if ([body, ...evses, ...connectors].some(isAhead)) counted(call, 'clock_ahead');
}

export function counted({ deps: { peers }, peer, now }: OcpiCall, what: string): void {
  peers.counts.add(peer.name, what, now);
}

/** PUT and PATCH answer without data: what it would hold is not said by OCPI. */
export function acknowledged(call: OcpiCall, situation: 'done' | 'created', data?: unknown): WholeAnswer {
  const { request, own, version, now } = call;
  return envelope(situation, { request, data, headers: routingOfAnswer(request, own, version), now });
}
