/** Reads what a store has written itself: the schema version vouches for its shape, so nothing is validated again. */
export function parseJson<Written = unknown>(text: string): Written {
  return JSON.parse(text) as Written;
}
