/**
 * Parameters of a request as data: one schema each is the reader, the API description's entry and, through its issues,
 * the wording of a refusal, which is that of the contract's validator (contract v3, errors).
 */
import { z } from 'zod';
import { Refused } from '../refusal/refused.ts';

export interface Parameter<Value = unknown> {
  readonly name: string;
  readonly description: string;
  /**
   * How values stand in a query: one as text or as an integer, several between commas, or one per repetition of the
   * parameter.
   */
  readonly form: 'text' | 'integer' | 'commas' | 'repeated';
  readonly schema: z.ZodType<Value>;
  readonly required?: boolean;
  /** Completes "Send {name} as ...". */
  readonly allowed: string;
  readonly example: string;
}

/** A list without a value twice. */
export function distinctList<Item extends z.ZodType>(item: Item) {
  return z
    .array(item)
    .refine((items) => new Set(items).size === items.length, 'must NOT have duplicate items')
    .meta({ uniqueItems: true });
}

/** `undefined` where an optional parameter is absent. */
export function readParameter<Value>(query: URLSearchParams, parameter: Parameter<Value>): Value | undefined {
  const { name, form, schema, required, allowed } = parameter;
  const values = query.getAll(name);
  const [first] = values;
  if (first === undefined) {
    if (required !== true) return undefined;
    throw new Refused('parameter_missing', {
      parameter: name,
      cause: `querystring must have required property '${name}'`,
      allowed,
    });
  }
  if (form !== 'repeated' && values.length > 1) {
    throw new Refused('parameter_repeated', {
      parameter: name,
      cause: `querystring/${name} must NOT be repeated, found ${String(values.length)} times`,
    });
  }
  const given = form === 'repeated' ? values : valueOf(first, form);
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = ['querystring', name, ...(issue?.path ?? []).map(String)].join('/');
  const cause = `${path} ${complaint(issue)}${found(given, issue)}`;
  throw new Refused('parameter_invalid', { parameter: name, cause, allowed });
}

function valueOf(text: string, form: 'text' | 'integer' | 'commas'): unknown {
  if (form === 'commas') return text === '' ? [] : text.split(',');
  return form === 'integer' && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

type Issue = z.core.$ZodIssue | undefined;

function complaint(issue: Issue): string {
  switch (issue?.code) {
    case 'invalid_value':
      return 'must be equal to one of the allowed values';
    case 'invalid_type':
      return `must be ${issue.expected === 'int' || issue.expected === 'number' ? 'integer' : issue.expected}`;
    case 'invalid_format':
      return `must match pattern "${issue.pattern ?? issue.format}"`;
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `must be <= ${String(issue.maximum)}`
        : `must NOT have more than ${String(issue.maximum)} ${countedIn(issue.origin)}`;
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `must be >= ${String(issue.minimum)}`
        : `must NOT have fewer than ${String(issue.minimum)} ${countedIn(issue.origin)}`;
    default:
      return issue?.message ?? 'must be valid';
  }
}

function countedIn(origin: string): 'items' | 'characters' {
  return origin === 'string' ? 'characters' : 'items';
}

/** The value at fault, where it is one and short enough to be read. */
function found(given: unknown, issue: Issue): string {
  const [index] = issue?.path ?? [];
  const value: unknown = Array.isArray(given) && typeof index === 'number' ? given[index] : given;
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value);
  return `, found ${JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text)}`;
}
