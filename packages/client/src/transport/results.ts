/** `X-Results: matched=1234, returned=20, truncated=?1`, a header of Pantograph; others have none. */
export function resultsOf(header: string | null): { readonly matched: number; readonly returned: number } | undefined {
  const matched = /\bmatched=(\d+)/.exec(header ?? '')?.[1];
  const returned = /\breturned=(\d+)/.exec(header ?? '')?.[1];
  if (matched === undefined || returned === undefined) return undefined;
  return { matched: Number(matched), returned: Number(returned) };
}
