/** The parameters of every list. OCPI 2.3.0, transport, "Pagination". */
import { Declined } from '../answer/declined.ts';
import type { PageQuery } from './shelf.ts';

/** What a client gets that asks for no limit, and the most that it gets. */
const DEFAULT_LIMIT = 100;
export const MAX_LIMIT = 1000;

export function readPageQuery(parameters: URLSearchParams): Omit<PageQuery, 'exceptSource' | 'version'> {
  const from = instant(parameters, 'date_from');
  const to = instant(parameters, 'date_to');
  return {
    offset: whole(parameters, 'offset', 0) ?? 0,
    limit: Math.min(whole(parameters, 'limit', 1) ?? DEFAULT_LIMIT, MAX_LIMIT),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function whole(parameters: URLSearchParams, name: string, least: number): number | undefined {
  const text = parameters.get(name);
  if (text === null || text === '') return undefined;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least) return value;
  throw new Declined(
    'parameter_invalid',
    `${name} is ${shown(text)}; it has to be a whole number from ${String(least)}`,
  );
}

/** Without a zone it is UTC. A `+` that nobody encoded has become a space on its way. */
function instant(parameters: URLSearchParams, name: string): number | undefined {
  const text = parameters.get(name)?.trim();
  if (text === undefined || text === '') return undefined;
  const found = /^(\d{4}-\d{2}-\d{2})(?:[Tt](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)([Zz]|[+\- ]\d{2}:?\d{2})?)?$/.exec(
    text,
  );
  const [, day = '', time = '00:00', zone = 'Z'] = found ?? [];
  const value = Date.parse(`${day}T${time}${zone.toUpperCase().replace(' ', '+')}`);
  if (!Number.isNaN(value)) return value;
  throw new Declined(
    'parameter_invalid',
    `${name} is ${shown(text)}; it has to be a date such as 2026-03-10T12:00:00Z`,
  );
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
