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

/** A value as notices show it: JSON, cut to a length. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = typeof value === 'string' ? JSON.stringify(value.slice(0, SHOWN_CHARACTERS)) : JSON.stringify(value);
  return text.length <= SHOWN_CHARACTERS + 2 ? text : `${text.slice(0, SHOWN_CHARACTERS)}…`;
}
