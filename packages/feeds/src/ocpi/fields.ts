/** The names of an object's fields: which are known, and which are known under another spelling. */
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { isNothing } from './json-object.ts';

interface FieldSet {
  readonly known: ReadonlySet<string>;
  /** By squashed spelling. */
  readonly respelled: ReadonlyMap<string, string>;
}

/** @param aliases other names feeds have for a field, in any spelling */
export function fieldSet(names: readonly string[], aliases: Readonly<Record<string, string>> = {}): FieldSet {
  const respelled = new Map(names.map((name) => [squash(name), name]));
  for (const [alias, name] of Object.entries(aliases)) respelled.set(squash(alias), name);
  return { known: new Set(names), respelled };
}

/** camelCase, PascalCase, kebab-case and snake_case of a name are the same. */
function squash(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The object with its fields under their OCPI names; the object itself where they are. Unknown fields are named. */
export function withKnownFields(
  object: JsonObject,
  fields: FieldSet,
  at: string,
  findings: Findings,
  unknownCode: 'unknown_field' | 'restriction_unknown' = 'unknown_field',
): JsonObject {
  let renamed: Record<string, unknown> | undefined;
  for (const key in object) {
    if (fields.known.has(key)) continue;
    const value = object[key];
    if (isNothing(value)) continue;
    const field = fields.respelled.get(squash(key));
    if (field !== undefined && isNothing((renamed ?? object)[field])) {
      renamed ??= { ...object };
      renamed[field] = value;
      findings.addOnce('key_respelled', key, `${at}/${pointerToken(key)}`, { found: key, field });
    } else {
      findings.addOnce(unknownCode, key, `${at}/${pointerToken(key)}`, { field: key.slice(0, 80) });
    }
  }
  return renamed ?? object;
}

/** RFC 6901. */
function pointerToken(key: string): string {
  return key.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1');
}
