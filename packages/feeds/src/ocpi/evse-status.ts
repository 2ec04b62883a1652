/** The status of an EVSE: OCPI has one there and none on connectors, but some feeds do it the other way round. */
import type { Evse } from '@pantograph/model/ocpi';
import { closedValue, valueMeant } from './enumeration.ts';
import { statusValues } from './enumerations.ts';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { isNothing, shown } from './json-object.ts';

type Status = Evse['status'];

/** One connector in use keeps the others of the EVSE from being used; one that is free can be. */
const decisive: readonly Status[] = ['CHARGING', 'RESERVED', 'AVAILABLE', 'BLOCKED'];

/** @param ofConnectors what the feed says on each connector */
export function evseStatus(evse: JsonObject, ofConnectors: readonly unknown[], at: string, findings: Findings): Status {
  const said = evse['status'];
  const path = `${at}/status`;
  if (isNothing(said)) {
    const value = jointStatus(ofConnectors.map(statusIn).filter((status) => status !== undefined));
    if (value !== undefined) findings.add('connector_status_used', path, { value });
    else findings.add('status_missing', path, { value: 'UNKNOWN' });
    return value ?? 'UNKNOWN';
  }
  const status = statusIn(said);
  if (status === undefined) {
    findings.add('status_unrecognised', path, { found: shown(said) });
    return 'UNKNOWN';
  }
  if (status !== said) findings.add('value_respelled', path, { found: shown(said), value: status });
  noteDifferent(status, ofConnectors, at, findings);
  return status;
}

/** Of what shares an EVSE. */
export function jointStatus(statuses: readonly Status[]): Status | undefined {
  return decisive.find((status) => statuses.includes(status)) ?? statuses[0];
}

function noteDifferent(value: Status, ofConnectors: readonly unknown[], at: string, findings: Findings): void {
  ofConnectors.forEach((said, index) => {
    if (isNothing(said) || statusIn(said) === value) return;
    findings.add('connector_status_ignored', `${at}/connectors/${index}/status`, { found: shown(said), value });
  });
}

function statusIn(said: unknown): Status | undefined {
  if (typeof said !== 'string') return undefined;
  return statusValues.exact.get(said) ?? valueMeant(statusValues, said);
}

/** For schedules: what is no status is left out. */
export function scheduledStatus(period: JsonObject, at: string, findings: Findings): Status | undefined {
  return closedValue(statusValues, period, 'status', at, findings);
}
