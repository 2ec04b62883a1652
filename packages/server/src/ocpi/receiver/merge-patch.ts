/**
 * A PATCH on what is held, before the feeds' reader has seen either. OCPI 2.3.0, transport, "PATCH": given fields
 * replace whole fields, and nothing can be removed, so `null` says nothing. Of arrays, those of EVSEs and connectors
 * are merged by id: a peer that sends one EVSE does not mean that there are no others.
 */
import { Declined } from '../answer/declined.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, objectsIn, sameId, textIn } from './json-object.ts';

export function patchedLocation(held: JsonObject, patch: JsonObject, date: string): JsonObject {
  const evses = patch['evses'];
  const merged = fieldsReplaced(held, patch, olderLocationFields);
  if (evses === undefined || evses === null) return { ...merged, evses: held['evses'], last_updated: date };
  const known = objectsIn(held, 'evses');
  return {
    ...merged,
    evses: mergedById(known, entriesOf(evses, 'evses'), 'uid', (one, change) => patchedEvse(one ?? {}, change, date)),
    last_updated: date,
  };
}

/** @param date for an EVSE that carries none of its own */
export function patchedEvse(held: JsonObject, patch: JsonObject, date: string): JsonObject {
  const connectors = patch['connectors'];
  const dated = { ...fieldsReplaced(held, patch, {}), last_updated: patch['last_updated'] ?? date };
  if (connectors === undefined || connectors === null) return { ...dated, connectors: held['connectors'] };
  const known = objectsIn(held, 'connectors');
  const change = (one: JsonObject | undefined, entry: JsonObject): JsonObject =>
    patchedConnector(one ?? {}, entry, date);
  return { ...dated, connectors: mergedById(known, entriesOf(connectors, 'connectors'), 'id', change) };
}

export function patchedConnector(held: JsonObject, patch: JsonObject, date: string): JsonObject {
  const base = saysElectric(patch) && isDerivedPower(held) ? { ...held, max_electric_power: undefined } : held;
  return { ...fieldsReplaced(base, patch, olderConnectorFields), last_updated: patch['last_updated'] ?? date };
}

/** 2.1.1's names, and what they are called in the shape that is held. */
const olderLocationFields = { type: 'parking_type' };
const olderConnectorFields = { voltage: 'max_voltage', amperage: 'max_amperage', tariff_id: 'tariff_ids' };

function fieldsReplaced(held: JsonObject, patch: JsonObject, older: Readonly<Record<string, string>>): JsonObject {
  const said = Object.entries(patch).filter(([, value]) => value !== undefined && value !== null);
  const superseded = said.flatMap(([name]) => (Object.hasOwn(older, name) ? (older[name] ?? []) : []));
  const kept = Object.entries(held).filter(([name]) => !superseded.includes(name));
  return Object.fromEntries([...kept, ...said]);
}

function entriesOf(value: unknown, name: string): readonly JsonObject[] {
  if (Array.isArray(value) && value.every(isJsonObject)) return value;
  throw new Declined('body_invalid', `${name} has to be a list of objects`);
}

function mergedById(
  held: readonly JsonObject[],
  changes: readonly JsonObject[],
  id: 'uid' | 'id',
  merge: (held: JsonObject | undefined, change: JsonObject) => JsonObject,
): readonly JsonObject[] {
  const merged = [...held];
  for (const change of changes) {
    const named = textIn(change, id);
    if (named === undefined)
      throw new Declined('body_invalid', `An entry has no ${id}, so that nobody knows which one it is`);
    const at = merged.findIndex((one) => sameId(textIn(one, id), named));
    const before = merged[at];
    // Spelt as it is held.
    if (before === undefined) merged.push(merge(undefined, change));
    else merged[at] = { ...merge(before, change), [id]: before[id] };
  }
  return merged;
}

function saysElectric(patch: JsonObject): boolean {
  const fields = ['voltage', 'amperage', 'max_voltage', 'max_amperage', 'power_type'];
  return (
    textIn(patch, 'max_electric_power') === undefined && fields.some((field) => textIn(patch, field) !== undefined)
  );
}

/** Volts times amperes, once per phase or between lines: no fact of its own, and to be derived anew. */
function isDerivedPower({ max_voltage: volts, max_amperage: amperes, max_electric_power: watts }: JsonObject): boolean {
  if (typeof volts !== 'number' || typeof amperes !== 'number' || typeof watts !== 'number') return false;
  return [1, 2, 3, Math.sqrt(3)].some((factor) => Math.abs(volts * amperes * factor - watts) <= 1);
}
