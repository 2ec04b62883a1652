/** What reading a location and reading a tariff have in common: that it is one, and that it has an id. */
import type { Notice } from '@pantograph/model/notice';
import { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';
import type { ObjectKind } from './object-kind.ts';
import { objectKindOf } from './object-kind.ts';
import type { Reading } from './reading.ts';
import { text } from './values.ts';

type Unnoticed<T> = Omit<T, 'notices'>;

/** @param read `undefined` for an object that cannot be kept; its findings say why */
export function readObject<T extends { readonly notices: readonly Notice[] }>(
  raw: unknown,
  expected: 'location' | 'tariff',
  read: (object: JsonObject, id: string, findings: Findings) => Unnoticed<T> | undefined,
): Reading<T> {
  const findings = new Findings();
  if (!isJsonObject(raw)) {
    findings.add('not_an_object', '', { found: jsonTypeOf(raw) });
    return { ok: false, notices: findings.notices() };
  }
  const id = idOf(raw, expected, findings);
  const found = objectKindOf(raw);
  if (found !== expected && found !== 'unknown') findings.add('wrong_object', '', { expected, found });
  else if (id === undefined) findings.add('missing_id', '/id');
  else {
    const record = read(raw, id, findings);
    // `notices` is all that an unnoticed record lacks of T.
    if (record !== undefined) return { ok: true, record: { ...record, notices: findings.notices() } as T };
  }
  const notices = findings.notices();
  return id === undefined ? { ok: false, notices } : { ok: false, id, notices };
}

/** Under another spelling too: the fields are not yet under their OCPI names. */
function idOf(object: JsonObject, expected: ObjectKind, findings: Findings): string | undefined {
  const field = ['id', 'Id', 'ID', `${expected}_id`, `${expected}Id`].find((name) => name in object);
  return field === undefined ? undefined : text({ id: object[field] }, 'id', '', findings);
}

function jsonTypeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return value === undefined ? 'nothing' : `a ${typeof value}`;
}
