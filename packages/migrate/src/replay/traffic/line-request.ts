/** One line of a log: common or combined form, or an address alone. */
import type { LegacyRequest, SkipReason } from './legacy-request.ts';
import { legacyRequestIn } from './legacy-request.ts';

/** `"GET /ev/stations.json?... HTTP/1.1" 200`, wherever it stands in the line. */
const logged = /"([A-Z]+) (\S+)(?: HTTP\/[\d.]+)?" (\d{3})?/;

const address = /^(?:https?:\/\/\S+|\/\S*)$/;

export function requestInLine(line: string): LegacyRequest | SkipReason {
  const [, method = '', target, status] = logged.exec(line) ?? [];
  if (target !== undefined) return judged(method, target, status === undefined ? undefined : Number(status));
  const trimmed = line.trim();
  return address.test(trimmed) ? legacyRequestIn(trimmed) : 'not_a_request';
}

/** @param status that v2 answered with at the time, where the log says */
export function judged(method: string, target: string, status: number | undefined): LegacyRequest | SkipReason {
  const request = legacyRequestIn(target);
  if (typeof request === 'string') return request;
  if (method !== 'GET') return 'other_method';
  const refused = status === 401 || status === 403 || status === 429 || (status ?? 0) >= 500;
  return refused ? 'refused_then' : request;
}
