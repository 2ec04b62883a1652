/** What the edge reads of a URL, without parsing it whole: it stands before every request. */
import { Refused } from '../refusal/refused.ts';
import { maxUrlLength } from './limits.ts';

/** The path as it was sent, still percent-encoded. */
export function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  if (start === -1) return '/';
  const query = url.indexOf('?', start);
  const end = query === -1 ? url.indexOf('#', start) : query;
  return end === -1 ? url.slice(start) : url.slice(start, end);
}

/** All values of a query parameter, decoded. The URL is well formed (`refuseMalformed`). */
export function queryValues(url: string, name: string): readonly string[] {
  const start = url.indexOf('?');
  if (start === -1 || !url.includes(name, start)) return [];
  return new URLSearchParams(url.slice(start)).getAll(name);
}

/** URLs that cannot be understood at all: too long, broken escapes, escapes that are not UTF-8, NUL. */
export function refuseMalformed(url: string): Refused | undefined {
  if (url.length > maxUrlLength) {
    return new Refused('request_too_long', {
      cause: `The URL has ${String(url.length)} characters`,
      allowed: `a URL of ${String(maxUrlLength)} characters`,
    });
  }
  if (!url.includes('%') || isClean(url)) return undefined;
  const parts = url.slice(url.indexOf('?') + 1).split('&');
  const broken = url.includes('?') ? parts.find((part) => !isClean(part)) : undefined;
  const parameter = broken === undefined ? undefined : parameterName(broken);
  return new Refused('request_malformed', {
    ...(parameter === undefined ? {} : { parameter }),
    cause: `${parameter === undefined ? 'The path' : `The parameter ${parameter}`} is not percent-encoded UTF-8 text`,
    allowed: 'UTF-8 text without NUL, percent-encoded',
  });
}

function isClean(text: string): boolean {
  try {
    return !decodeURIComponent(text).includes('\0');
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/** A parameter whose very name is broken is named by its place in no body: control characters stay out of answers. */
function parameterName(pair: string): string {
  const name = pair.split('=', 1)[0] ?? '';
  return /^[\w.~[\]-]{1,64}$/.test(name) ? name : '(unreadable name)';
}
