/** OCPI 2.3.0 types, DisplayText. */
import type { DisplayText } from '@pantograph/model/ocpi';
import { fieldSet, withKnownFields } from './fields.ts';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, isNothing, shown } from './json-object.ts';
import { list } from './lists.ts';
import { label, text, textOf, unusable } from './values.ts';

const fields = fieldSet(['language', 'text']);

/** ISO 639-2 for a language that is not said. */
const UNDETERMINED = 'und';

export function displayTexts(
  object: JsonObject,
  key: string,
  at: string,
  findings: Findings,
): DisplayText[] | undefined {
  if (isNothing(object[key])) return undefined;
  const found: DisplayText[] = [];
  list(object, key, at, findings).forEach((entry, index) => {
    const one = displayText(entry, `${at}/${key}/${index}`, findings);
    if (one !== undefined) found.push(one);
  });
  return found.length === 0 ? undefined : found;
}

/** A bare text is one whose language is not said. */
export function displayText(value: unknown, at: string, findings: Findings): DisplayText | undefined {
  if (isNothing(value)) return undefined;
  if (typeof value === 'string') {
    const bare = textOf(value, at, findings, true);
    if (bare === undefined) return undefined;
    findings.add('value_retyped', at, { found: shown(bare), value: 'a text without a language' });
    return { language: UNDETERMINED, text: bare };
  }
  if (!isJsonObject(value)) return unusable(value, at, findings);
  const object = withKnownFields(value, fields, at, findings);
  const words = label(object, 'text', at, findings);
  if (words === undefined) return undefined;
  return { language: languageOf(object, at, findings), text: words };
}

function languageOf(object: JsonObject, at: string, findings: Findings): string {
  const said = text(object, 'language', at, findings);
  if (said === undefined) {
    findings.add('required_missing', `${at}/language`, { field: 'language' });
    return UNDETERMINED;
  }
  const language = said.toLowerCase();
  if (language !== said) findings.add('value_respelled', `${at}/language`, { found: shown(said), value: language });
  return language;
}
