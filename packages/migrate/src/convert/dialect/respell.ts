/** v3 from one dialect's spelling to the other's. Names of fields are the same in both. */
import type { ChargingLocation } from '@pantograph/model/v3';
import { hereStatusOf, isStatus, spellIn, statuses } from '@pantograph/model/vocabulary';
import { isRecord } from '../conform/conformer.ts';
import type { Tell } from '../report/ledger.ts';
import type { Plan } from './enumerations-of-v3.ts';
import { enumerationsOfV3, isTable } from './enumerations-of-v3.ts';

/** `undefined`: the dialect has no word for it. */
type Spell = (value: string, plan: Plan, path: string) => string | undefined;

/** As OCPI spells it, from either dialect. */
export function inOcpiSpelling(place: ChargingLocation): ChargingLocation {
  return respelled(place, enumerationsOfV3, '', ocpiSpelling) as ChargingLocation;
}

const ocpiSpelling: Spell = (value, plan) => {
  if (plan === 'status') return isStatus(value) ? value : (statusOfPublished.get(value) ?? value);
  return isTable(plan) ? (plan.ocpiOf(value) ?? value) : value;
};

/** `inoperative` is published for what is planned too; the first of the table is the one it means. */
const statusOfPublished = new Map<string, string>(
  statuses.map((row) => [row.here ?? '', row.status] as const).reverse(),
);

/** As the published document spells it, from OCPI's spelling. EVSEs that were removed have no status there. */
export function inPublishedSpelling(place: ChargingLocation, tell: Tell): ChargingLocation {
  const evses = place.evses?.filter((evse, at) => {
    if (evse.status !== 'REMOVED') return true;
    tell('removed_evse_hidden', `/evses/${String(at)}`, evse.uid);
    return false;
  });
  const shown = evses === undefined ? place : { ...place, evses };
  return respelled(shown, enumerationsOfV3, '', (value, plan, path) => {
    const spelt = publishedSpelling(value, plan);
    if (spelt === undefined) tell('value_dropped', path, value);
    else if (value === 'PLANNED') tell('planned_as_inoperative', path, value);
    return spelt;
  }) as ChargingLocation;
}

function publishedSpelling(value: string, plan: Plan): string | undefined {
  if (plan === 'status') return isStatus(value) ? hereStatusOf(value) : value;
  return isTable(plan) ? spellIn('here', plan, value) : value;
}

function respelled(value: unknown, plan: Plan, path: string, spell: Spell): unknown {
  if (typeof value === 'string') return spell(value, plan, path);
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, at) => respelled(item, plan, `${path}/${String(at)}`, spell) ?? []);
  }
  if (!isRecord(value) || plan === 'status' || isTable(plan)) return value;
  const copy: Record<string, unknown> = { ...value };
  for (const [field, inner] of Object.entries(plan)) {
    const member = value[field];
    if (member === undefined) continue;
    const spelt = respelled(member, inner, `${path}/${field}`, spell);
    if (spelt === undefined) Reflect.deleteProperty(copy, field);
    else copy[field] = spelt;
  }
  return copy;
}
