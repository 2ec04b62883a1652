/** EVSE statuses as they are kept: arrays, since their property names would be half of the text. */
import type { EvseStatus } from '@pantograph/model/location';

type Written = readonly [uid: string, status: EvseStatus['status'], observedAt: string, receivedAt: string];

export function statusText(status: EvseStatus): string {
  return JSON.stringify(write(status));
}

export function readStatus(text: string): EvseStatus {
  return read(JSON.parse(text) as Written);
}

export function statusesText(statuses: readonly EvseStatus[]): string {
  return JSON.stringify(statuses.map(write));
}

export function readStatuses(text: string): readonly EvseStatus[] {
  return (JSON.parse(text) as readonly Written[]).map(read);
}

function write({ uid, status, observedAt, receivedAt }: EvseStatus): Written {
  return [uid, status, observedAt, receivedAt];
}

function read([uid, status, observedAt, receivedAt]: Written): EvseStatus {
  return { uid, status, observedAt, receivedAt };
}
