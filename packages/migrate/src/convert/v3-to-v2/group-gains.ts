/** What an EVSE or connector seems to say once v2 says it of its group. */
import type { EvConnector, Evse } from '@pantograph/model/v3';
import type { Tell } from '../report/ledger.ts';
import { connectorKey } from './v3-fates.ts';

/** @param said as it was; `back` as it reads once v2 has said it */
export function tellGains(said: readonly Evse[], back: readonly Evse[], tell: Tell): void {
  const there = new Map(back.map((evse) => [evse.uid, evse]));
  for (const [at, evse] of said.entries()) {
    const found = there.get(evse.uid);
    if (found !== undefined) tellGainsOfEvse(evse, found, `/evses/${String(at)}`, tell);
  }
}

function tellGainsOfEvse(said: Evse, back: Evse, path: string, tell: Tell): void {
  for (const field of ['capabilities', 'paymentSupports'] as const) {
    const own = new Set(said[field]);
    const gained = back[field]?.filter((value) => !own.has(value)) ?? [];
    if (gained.length > 0) tell('spread_in_group', `${path}/${field}`, gained);
  }
  const left = [...back.connectors];
  for (const [at, connector] of said.connectors.entries()) {
    const found = left.findIndex((one) => connectorKey(one) === connectorKey(connector));
    const [twin] = found < 0 ? [] : left.splice(found, 1);
    if (twin !== undefined) tellGainsOfConnector(connector, twin, `${path}/connectors/${String(at)}`, tell);
  }
}

const ofGroups = ['format', 'powerType', 'maxVoltage', 'maxCurrent'] as const;

function tellGainsOfConnector(said: EvConnector, back: EvConnector, path: string, tell: Tell): void {
  for (const field of ofGroups) {
    if (said[field] === undefined && back[field] !== undefined)
      tell('spread_in_group', `${path}/${field}`, back[field]);
  }
}
