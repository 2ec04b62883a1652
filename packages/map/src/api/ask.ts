/** Asking this server. Every answer says whose data it holds; what went wrong is a value, so that the page goes on. */
import { keyHeaders } from './api-key.ts';

export type Asked<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** Whose data it is. */
      readonly credit?: string;
      /** All that match, where the answer shows only some. */
      readonly matched?: number;
      /** The server's clock less ours, milliseconds. */
      readonly clockOffset: number;
    }
  | { readonly ok: false; readonly trouble: Trouble };

/** `gone`: it is not there (any more). `keyless`: it wants a key that it knows. `refused`: the server says no, and why. `unreachable`: no answer, or no sense in it. */
export interface Trouble {
  readonly kind: 'gone' | 'keyless' | 'refused' | 'unreachable';
  readonly text?: string;
}

/** @param path within this server, parameters included */
export async function ask<T>(path: string, signal?: AbortSignal): Promise<Asked<T>> {
  try {
    const headers = { accept: 'application/json', ...keyHeaders() };
    const response = await fetch(path, { headers, ...(signal ? { signal } : {}) });
    const body: unknown = await response.json();
    if (!response.ok) return { ok: false, trouble: troubleOf(response.status, body) };
    const credit = response.headers.get('x-attribution');
    const matched = /\bmatched=(\d+)/.exec(response.headers.get('x-results') ?? '')?.[1];
    return {
      ok: true,
      // The server's answers are held against its own description by its own tests.
      value: body as T,
      clockOffset: Date.parse(response.headers.get('date') ?? '') - Date.now() || 0,
      ...(credit === null ? {} : { credit }),
      ...(matched === undefined ? {} : { matched: Number(matched) }),
    };
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return { ok: false, trouble: { kind: 'unreachable' } };
  }
}

const kinds: ReadonlyMap<number, Trouble['kind']> = new Map([
  [401, 'keyless'],
  [404, 'gone'],
  [410, 'gone'],
]);

function troubleOf(status: number, body: unknown): Trouble {
  const { cause, detail }: { readonly cause?: unknown; readonly detail?: unknown } =
    typeof body === 'object' && body !== null ? body : {};
  const said = typeof cause === 'string' ? cause : detail;
  const kind = kinds.get(status) ?? (status < 500 ? 'refused' : 'unreachable');
  return typeof said === 'string' ? { kind, text: said } : { kind };
}

/** A path with its parameters, easy to read where that is allowed. */
export function pathWith(path: string, parameters: readonly (readonly [string, string])[]): string {
  if (parameters.length === 0) return path;
  const query = new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();
  return `${path}?${query.replace(/%(5B|5D|2C|3A|3B)/g, (escaped) => decodeURIComponent(escaped))}`;
}
