/** EVSE statuses as they are kept: arrays, since their property names would be half of the text. */
import type { EvseStatus } from '@pantograph/model/location';
import { parseJson } from '../parse-json.ts';

type Written = readonly [uid: string, status: EvseStatus['status'], observedAt: string, receivedAt: string];

export function statusText(status: EvseStatus): string {
  return JSON.stringify(write(status));
}

export function readStatus(text: string): EvseStatus {
  return read(parseJson<Written>(text));
}

export function statusesText(statuses: readonly EvseStatus[]): string {
  return JSON.stringify(statuses.map(write));
}

export function readStatuses(text: string): readonly EvseStatus[] {
  return parseJson<readonly Written[]>(text).map(read);
}

function write({ uid, status, observedAt, receivedAt }: EvseStatus): Written {
  return [uid, status, observedAt, receivedAt];
}

function read([uid, status, observedAt, receivedAt]: Written): EvseStatus {
  return { uid, status, observedAt, receivedAt };
}
