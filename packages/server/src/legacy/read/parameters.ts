/** Reading of query parameters: what is sent must be right, what is unknown is left alone, as the vendor does. */
import { Refused } from '../../refusal/refused.ts';

/** `undefined` where it is not sent. */
export function single(query: URLSearchParams, name: string): string | undefined {
  const [value, another] = query.getAll(name);
  if (another !== undefined) {
    throw new Refused('parameter_repeated', {
      parameter: name,
      cause: `The parameter ${name} is there more than once`,
    });
  }
  return value;
}

export function invalid(parameter: string, found: string, allowed: string): Refused {
  return new Refused('parameter_invalid', {
    parameter,
    cause: `The parameter ${parameter} ${found}`,
    allowed,
  });
}

/** What the caller sent, fit for a message. */
export function quoted(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)}...` : text;
  return JSON.stringify(shown);
}

/** A finite decimal number; `undefined` for anything else, "0x10", "NaN" and "1e999" included. */
export function decimal(text: string): number | undefined {
  if (!/^\s*[+-]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})(e[+-]?\d{1,3})?\s*$/i.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** A whole number in digits alone; `undefined` for anything else. */
export function whole(text: string): number | undefined {
  return /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : undefined;
}

export function wholeNumber(
  query: URLSearchParams,
  name: string,
  range: { readonly least: number; readonly most: number; readonly otherwise: number },
): number {
  const text = single(query, name);
  if (text === undefined) return range.otherwise;
  const value = whole(text);
  if (value === undefined || value < range.least || value > range.most) {
    throw invalid(name, `is ${quoted(text)}`, `a whole number from ${String(range.least)} to ${String(range.most)}`);
  }
  return value;
}

/** `true` or `false`; absent is `undefined`. */
export function flag(query: URLSearchParams, name: string): boolean | undefined {
  const text = single(query, name);
  if (text === undefined) return undefined;
  if (text !== 'true' && text !== 'false') throw invalid(name, `is ${quoted(text)}`, 'true or false');
  return text === 'true';
}

/** The values of a comma list, each once; `undefined` where the parameter is not sent. */
export function commaList(query: URLSearchParams, name: string, most: number, allowed: string): string[] | undefined {
  const text = single(query, name);
  if (text === undefined) return undefined;
  const values = new Set(text.split(',').map((value) => value.trim()));
  if (values.has('')) throw invalid(name, text === '' ? 'is empty' : 'has an empty value', allowed);
  if (values.size > most)
    throw invalid(name, `has ${String(values.size)} values`, `at most ${String(most)} of ${allowed}`);
  return [...values];
}
