/**
 * Makes untrusted data conform to a wire schema of the model, field by field: what cannot be used is left out and said, not the
 * whole. The schema stays the one list of fields.
 */
import { z } from 'zod';
import { millisecondsOf } from '../../compare/instant.ts';
import type { Tell } from '../report/ledger.ts';

/** `undefined`: nothing usable is there. Said where something was. */
export type Conform = (value: unknown, path: string, tell: Tell) => unknown;

interface ConformOptions {
  /** All values are text and a list of one is no list, as in XML: neither needs to be said. */
  readonly fromText?: boolean;
}

export function conformer(schema: z.core.$ZodType, options: ConformOptions = {}): Conform {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return conformer(schema.unwrap(), options);
  if (schema instanceof z.ZodObject) return objectConformer(schema, options);
  if (schema instanceof z.ZodArray) return listConformer(conformer(schema.def.element, options), options);
  if (schema instanceof z.ZodUnknown) return (value) => value;
  return scalarConformer(schema, options);
}

function objectConformer(schema: z.ZodObject, options: ConformOptions): Conform {
  const fields = new Map<string, { conform: Conform; required: boolean; pointer: string }>();
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  for (const [key, field] of Object.entries(shape)) {
    fields.set(key, {
      conform: conformer(field, options),
      required: !(field instanceof z.ZodOptional),
      pointer: `/${escaped(key)}`,
    });
  }
  const required = [...fields].filter(([, field]) => field.required).map(([key]) => key);
  return (value, path, tell) => {
    // An XML element without content.
    const given = options.fromText === true && value === '' ? {} : value;
    if (!isRecord(given)) {
      tell(path === '' ? 'not_an_object' : 'value_unusable', path, given);
      return undefined;
    }
    const conformed: Record<string, unknown> = {};
    for (const key in given) {
      const member = given[key];
      if (member === null || member === undefined) continue;
      const field = fields.get(key);
      if (field === undefined) {
        tell('unknown_field', `${path}/${escaped(key)}`, member);
        continue;
      }
      const usable = field.conform(member, path + field.pointer, tell);
      if (usable !== undefined) conformed[key] = usable;
    }
    const missing = required.find((key) => conformed[key] === undefined);
    if (missing === undefined) return conformed;
    tell(path === '' ? 'object_incomplete' : 'part_incomplete', path, missing);
    return undefined;
  };
}

function listConformer(item: Conform, { fromText = false }: ConformOptions): Conform {
  return (value, path, tell) => {
    if (fromText && value === '') return [];
    if (!Array.isArray(value) && !fromText) tell('list_expected', path, value);
    const items: readonly unknown[] = Array.isArray(value) ? (value as unknown[]) : [value];
    return items.flatMap((one, at) => {
      const usable = one === null ? undefined : item(one, `${path}/${String(at)}`, tell);
      return usable === undefined ? [] : [usable];
    });
  };
}

function scalarConformer(schema: z.core.$ZodType, { fromText = false }: ConformOptions): Conform {
  const readings = readingsOf(schema._zod.def);
  const plain = plainType(schema._zod.def);
  return (value, path, tell) => {
    if (plain === undefined ? z.safeParse(schema, value).success : typeof value === plain) return value;
    for (const reading of readings) {
      const read = reading(value);
      if (read === undefined || !z.safeParse(schema, read).success) continue;
      if (!fromText) tell('value_retyped', path, value);
      return read;
    }
    return unusable(value, path, tell);
  };
}

/** Of a schema that asks for nothing but a type; most do, and need no parser. */
function plainType(def: z.core.$ZodTypeDef): 'string' | 'boolean' | undefined {
  if (def.type !== 'string' && def.type !== 'boolean') return undefined;
  const isChecked = 'format' in def || ('checks' in def && Array.isArray(def.checks) && def.checks.length > 0);
  return isChecked ? undefined : def.type;
}

type Reading = (value: unknown) => string | number | boolean | undefined;

/** Other ways in which such a value is written. */
function readingsOf(def: z.core.$ZodTypeDef): readonly Reading[] {
  if (def.type === 'number') return [numberIn];
  if (def.type === 'boolean') return [booleanIn];
  if (def.type === 'string') return 'format' in def && def.format === 'datetime' ? [instantIn] : [textOf];
  return [textOf, numberIn];
}

function numberIn(value: unknown): number | undefined {
  const isNumber = typeof value === 'string' && /^\s*-?\d{1,15}(\.\d{1,15})?\s*$/.test(value);
  return isNumber ? Number(value) : undefined;
}

function booleanIn(value: unknown): boolean | undefined {
  if (value === 'true' || value === 'false') return value === 'true';
  return undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

export function instantIn(value: unknown): string | undefined {
  const instant = millisecondsOf(value);
  return instant === undefined ? undefined : new Date(instant).toISOString();
}

function unusable(value: unknown, path: string, tell: Tell): undefined {
  tell('value_unusable', path, value);
  return undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** RFC 6901. */
export function escaped(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}
