/** A JSON object whose fields nobody has looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a value that says nothing: absent, null, or an empty string. */
export function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

const SHOWN_CHARACTERS = 80;
const SHOWN_DEPTH = 4;

/** A value as notices show it: JSON, cut to a length and to a depth, however large the value is. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = brief(value, 0);
  return text.length <= SHOWN_CHARACTERS + 2 ? text : `${text.slice(0, SHOWN_CHARACTERS)}…`;
}

function brief(value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, SHOWN_CHARACTERS));
  if (typeof value !== 'object' || value === null) return String(value);
  const isList = Array.isArray(value);
  if (depth === SHOWN_DEPTH) return isList ? '[…]' : '{…}';
  let inside = '';
  for (const key in value) {
    if (inside.length > SHOWN_CHARACTERS) break;
    const entry = brief((value as JsonObject)[key], depth + 1);
    const label = isList ? '' : `${JSON.stringify(key.slice(0, SHOWN_CHARACTERS))}:`;
    inside += `${inside === '' ? '' : ','}${label}${entry}`;
  }
  return isList ? `[${inside}]` : `{${inside}}`;
}
