/** What v2 does to tariffs: one list of prices per group, without names, and only what is paid on the spot. */
import type { ChargingLocation, EvConnector, Tariff, TariffElement } from '@pantograph/model/v3';
import { alike } from '../../compare/alike.ts';
import type { Tell } from '../report/ledger.ts';
import type { RuleCode } from '../rules/rule-table.ts';
import { connectorKey } from './v3-fates.ts';

export function tellTariffLosses(said: ChargingLocation, back: ChargingLocation, tell: Tell): void {
  const tariffs = said.tariffs ?? [];
  for (const [at, tariff] of tariffs.entries()) tellTariff(tariff, back.tariffs ?? [], `/tariffs/${String(at)}`, tell);
  const evses = new Map(back.evses?.map((evse) => [evse.uid, evse]));
  for (const [at, { uid, connectors }] of (said.evses ?? []).entries()) {
    const there = [...(evses.get(uid)?.connectors ?? [])];
    for (const [index, connector] of connectors.entries()) {
      const found = there.findIndex((one) => connectorKey(one) === connectorKey(connector));
      const [twin] = found < 0 ? [] : there.splice(found, 1);
      const path = `/evses/${String(at)}/connectors/${String(index)}/tariffIndexes`;
      tellReferences(connector, tariffs, twin === undefined ? [] : tariffsOf(twin, back), path, tell);
    }
  }
}

function tellTariff(tariff: Tariff, back: readonly Tariff[], path: string, tell: Tell): void {
  const found = back.find((one) => isSamePrice(one, tariff));
  if (found === undefined) return tell(lossOf(tariff), path, tariff);
  for (const [at, { components }] of tariff.elements.entries()) {
    for (const [index, { step }] of components.entries()) {
      if (step === 1) tell('step_of_one', `${path}/elements/${String(at)}/components/${String(index)}/step`, step);
    }
  }
  for (const field of ['partner', 'partnerId', 'name'] as const) {
    if (tariff[field] !== undefined && tariff[field] !== found[field])
      tell('tariff_partner', `${path}/${field}`, tariff[field]);
  }
}

function tellReferences(
  { tariffIndexes = [] }: EvConnector,
  tariffs: readonly Tariff[],
  back: readonly Tariff[],
  path: string,
  tell: Tell,
): void {
  const own = tariffIndexes.map((index) => tariffs[index]);
  for (const [at, tariff] of own.entries()) {
    if (tariff === undefined) tell('tariff_not_given', `${path}/${String(at)}`, tariffIndexes[at]);
    else if (!back.some((one) => isSamePrice(one, tariff)))
      tell(lossOf(tariff), `${path}/${String(at)}`, tariffIndexes[at]);
  }
  const spread = back.some((one) => !own.some((tariff) => tariff !== undefined && isSamePrice(one, tariff)));
  if (spread) tell('spread_in_group', path);
}

function tariffsOf({ tariffIndexes = [] }: EvConnector, { tariffs = [] }: ChargingLocation): Tariff[] {
  return tariffIndexes.flatMap((index) => tariffs[index] ?? []);
}

function isSamePrice(one: Tariff, other: Tariff): boolean {
  const sameElements = alike(one.elements.map(withoutStepOfOne), other.elements.map(withoutStepOfOne));
  return isAdHoc(one) && isAdHoc(other) && one.currency === other.currency && sameElements;
}

/** A step of 1 is what a price has that says none. */
function withoutStepOfOne({ components, condition }: TariffElement): TariffElement {
  return {
    condition,
    components: components.map(({ step, ...others }) => (step === 1 ? others : { ...others, step })),
  };
}

function isAdHoc({ type = 'adhoc' }: Tariff): boolean {
  return type === 'adhoc';
}

function lossOf(tariff: Tariff): RuleCode {
  if (!isAdHoc(tariff)) return 'tariff_not_ad_hoc';
  const conditions = tariff.elements.flatMap(({ condition = {} }) => Object.keys(condition));
  return conditions.every((field) => field === 'days' || field === 'time') ? 'tariff_merged' : 'tariff_conditions';
}
