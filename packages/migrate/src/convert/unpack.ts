/** The objects in what an API answers: out of its envelope, or the thing itself. */
import { isRecord } from './conform/conformer.ts';
import type { Form } from './form.ts';
import { isOcpi } from './form.ts';
import type { RuleCode } from './rules/rule-table.ts';

export type Unpacked =
  | { readonly ok: true; readonly objects: readonly unknown[] }
  /** `objects` are those that are refused, where the answer as a whole is not. */
  | { readonly ok: false; readonly rule: RuleCode; readonly objects?: readonly unknown[] };

export function unpack(value: unknown, from: Form): Unpacked {
  if (Array.isArray(value)) return { ok: true, objects: value as readonly unknown[] };
  if (!isRecord(value)) return { ok: false, rule: 'not_an_object' };
  if (isOcpi(from)) return unpackOcpi(value);
  return from === 'v2' ? unpackV2(value) : unpackV3(value);
}

/** `evStationsResult` and `evses` are roots of XML and no part of JSON. */
function unpackV2(value: Readonly<Record<string, unknown>>): Unpacked {
  const { evStationsResult, evStations, evStation, evses, pools, Type, Message, error } = value;
  if (isRecord(evStationsResult)) return unpackV2(evStationsResult);
  if (isRecord(evStations)) return unpackV2List(evStations['evStation']);
  // An empty list, in XML.
  if (evStationsResult === '' || evStations === '') return { ok: true, objects: [] };
  if (evStation !== undefined) return unpackV2List(evStation);
  if (isRecord(evses)) return unpackV2(evses);
  if (pools !== undefined) {
    const objects = listed(pools);
    return { ok: false, rule: 'no_position', ...(objects.length === 0 ? {} : { objects }) };
  }
  if (error !== undefined || (Type !== undefined && Message !== undefined)) return { ok: false, rule: 'error_answer' };
  if ('count' in value && !('position' in value)) return { ok: false, rule: 'not_this_form' };
  return { ok: true, objects: [value] };
}

function unpackV2List(list: unknown): Unpacked {
  return { ok: true, objects: list === undefined || list === '' ? [] : listed(list) };
}

/** In XML a list of one is that one. */
const listed = (list: unknown): readonly unknown[] => (Array.isArray(list) ? (list as unknown[]) : [list]);

function unpackV3(value: Readonly<Record<string, unknown>>): Unpacked {
  const { items, missingItems, error, title, status, evStations } = value;
  if (Array.isArray(items)) return { ok: true, objects: items as readonly unknown[] };
  // Nothing was found: of the answer, only the ids are left.
  if (Array.isArray(missingItems)) return { ok: true, objects: [] };
  if (error !== undefined || (title !== undefined && status !== undefined)) return { ok: false, rule: 'error_answer' };
  return evStations === undefined ? { ok: true, objects: [value] } : { ok: false, rule: 'not_this_form' };
}

function unpackOcpi(value: Readonly<Record<string, unknown>>): Unpacked {
  const { data, status_code: code } = value;
  if (typeof code === 'number' && code >= 2000) return { ok: false, rule: 'error_answer' };
  if (code === undefined || data === undefined) return { ok: true, objects: [value] };
  return { ok: true, objects: Array.isArray(data) ? (data as readonly unknown[]) : [data] };
}
