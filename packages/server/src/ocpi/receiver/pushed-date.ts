/** The `last_updated` of what is pushed. OCPI 2.3.0 types, DateTime: UTC, with or without saying so; peers send offsets. */
import { believedInstant } from '@pantograph/feeds/ocpi';
import { Declined } from '../answer/declined.ts';
import type { SpokenVersion } from '../version.ts';
import type { JsonObject } from './json-object.ts';

const written = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)\d*([Zz]|[+-]\d{2}:?\d{2})?$/;

/** As UTC with a `Z`; `undefined` for what is no date. */
export function utcInstant(value: unknown): string | undefined {
  const found = typeof value === 'string' ? written.exec(value.trim()) : null;
  if (found === null) return undefined;
  const [, day = '', time = '', zone = 'Z'] = found;
  const milliseconds = Date.parse(`${day}T${time}${zone.toUpperCase()}`);
  if (Number.isNaN(milliseconds)) return undefined;
  return zone.toUpperCase() === 'Z' ? `${day}T${time}Z` : new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** As far as it is believed. `undefined` for what is no date. */
export function pushedDate(body: JsonObject, now: Date): string | undefined {
  const said = utcInstant(body['last_updated']);
  return said && believedDate(said, now);
}

/** The feeds' reader judges dates in the same way. */
export function believedDate(said: string, now: Date): string {
  return believedInstant(said, now.toISOString());
}

/** From 2.2 a PATCH has to say when; in 2.1.1 it is when it came. */
export function dateOfPatch(patch: JsonObject, version: SpokenVersion, now: Date): string {
  const said = patch['last_updated'];
  const date = pushedDate(patch, now);
  if (date !== undefined) return date;
  if (version === '2.1.1' && (said === undefined || said === null)) return now.toISOString();
  throw new Declined(
    'last_updated_missing',
    said === undefined
      ? 'A PATCH has to carry last_updated'
      : 'last_updated has to be a date such as 2026-03-10T12:00:00Z',
  );
}

export function isOlder(one: string, other: string): boolean {
  return Date.parse(one) < Date.parse(other);
}

export function later(one: string, other: string): string {
  return isOlder(one, other) ? other : one;
}
