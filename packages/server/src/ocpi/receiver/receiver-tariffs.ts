/** The Receiver interface of tariffs. OCPI 2.3.0 and 2.1.1, mod_tariffs: only 2.1.1 has PATCH. */
import { readTariff } from '@pantograph/feeds/ocpi';
import type { ObjectKey } from '@pantograph/model/location';
import { presentTariff } from '@pantograph/model/ocpi';
import type { WholeAnswer } from '../../http/answer.ts';
import type { Eventually } from '../../http/eventually.ts';
import { Declined } from '../answer/declined.ts';
import type { OcpiCall, OcpiHandler } from '../call.ts';
import { methodNotAllowed } from '../call.ts';
import { notCarried } from '../sender/sender-module.ts';
import { wireVersionOf } from '../version.ts';
import type { JsonObject } from './json-object.ts';
import { textIn } from './json-object.ts';
import { dateOfPatch, isOlder } from './pushed-date.ts';
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

export const receiverTariffs: OcpiHandler = (call) => {
  const methods = call.version === '2.1.1' ? ['GET', 'PUT', 'PATCH', 'DELETE'] : ['GET', 'PUT', 'DELETE'];
  const { method } = call.request;
  if (!methods.includes(method)) throw methodNotAllowed(call, methods);
  if (call.segments.length > 3) throw new Declined('path_unknown', 'There is nothing below a tariff');
  const target = targetOf(call);
  const key = { source: call.peer.name, ...target };
  switch (method) {
    case 'GET':
      return getHeld(call, key);
    case 'DELETE':
      return deleteTariff(call, key);
    default:
      return method === 'PUT' ? putTariff(call, target) : patchTariff(call, target, key);
  }
};

function getHeld(call: OcpiCall, key: ObjectKey): WholeAnswer {
  const stored = call.deps.store.tariff(key);
  if (stored === undefined) throw new Declined('not_found', `We hold no tariff ${key.id} of yours`);
  const found = presentTariff(stored.tariff, wireVersionOf(call.version)).value;
  if (found === undefined) throw notCarried(call);
  return acknowledged(call, 'done', found);
}

async function putTariff(call: OcpiCall, target: Target): Promise<WholeAnswer> {
  const body = await objectOf(call);
  refuseOtherId(body, 'id', target.id);
  refuseOtherParty(body, target);
  noteClock(call, body);
  return keep(call, target, { ...body, id: textIn(body, 'id') ?? target.id });
}

/** Two PATCHes of one tariff wait for each other, so that neither undoes the other. */
const underWay = new Map<string, Promise<unknown>>();

async function patchTariff(call: OcpiCall, target: Target, key: ObjectKey): Promise<WholeAnswer> {
  const patch = await objectOf(call);
  refuseOtherId(patch, 'id', target.id);
  refuseOtherParty(patch, target);
  noteClock(call, patch);
  const date = dateOfPatch(patch, call.version, call.now);
  const place = JSON.stringify(key).toLowerCase();
  const turn = (underWay.get(place) ?? Promise.resolve()).then(() => patchHeld(call, target, key, patch, date));
  const settled = turn.catch(() => undefined);
  underWay.set(place, settled);
  try {
    return await turn;
  } finally {
    if (underWay.get(place) === settled) underWay.delete(place);
  }
}

function patchHeld(
  call: OcpiCall,
  target: Target,
  key: ObjectKey,
  patch: JsonObject,
  date: string,
): Eventually<WholeAnswer> {
  const stored = call.deps.store.tariff(key);
  if (stored === undefined) throw new Declined('object_unknown', `We hold no tariff ${key.id}; PUT it whole`);
  if (isOlder(date, stored.tariff.last_updated)) {
    counted(call, 'stale');
    return acknowledged(call, 'done');
  }
  const said = Object.entries(patch).filter(([, value]) => value !== null);
  const { tariff, extension } = stored;
  return keep(call, target, {
    ...tariff,
    pantograph: extension,
    ...Object.fromEntries(said),
    id: tariff.id,
    last_updated: date,
  });
}

async function keep(call: OcpiCall, target: Target, raw: JsonObject): Promise<WholeAnswer> {
  const reading = readTariff(raw, readContext(call, target));
  if (!reading.ok) throw await quarantined(call, 'tariff', raw, { id: target.id, notices: reading.notices });
  const { record } = reading;
  const outcome = await kept(call, { kind: 'tariff', record, receivedAt: call.now.toISOString() });
  counted(call, outcome);
  return acknowledged(call, outcome === 'added' ? 'created' : 'done');
}

async function deleteTariff(call: OcpiCall, key: ObjectKey): Promise<WholeAnswer> {
  const removedAt = call.now.toISOString();
  const outcome = await kept(call, { kind: 'tariffRemoval', key, removedAt, reason: 'deleted by the peer' });
  if (outcome === 'absent' || outcome === 'unchanged')
    throw new Declined('not_found', `We hold no tariff ${key.id} of yours`);
  counted(call, 'removed');
  return acknowledged(call, 'done');
}
