/** Where an offset stands, and how its line reads. */

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** @returns a function that must be asked with offsets in ascending order */
export function linesOf(source: string): (offset: number) => Position {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    for (let end = source.indexOf('\n', lineStart); end >= 0 && end < offset; end = source.indexOf('\n', lineStart)) {
      line++;
      lineStart = end + 1;
    }
    return { line, column: offset - lineStart + 1 };
  };
}

const LONGEST = 160;
const secrets =
  /\b(api_?key|app_id|app_code|access_token|token|bearer)(\s*['"]?\s*[=:,]\s*['"]?|\s+)([\w.~+/=-]{6,})/gi;

/** The line around an offset, shortened, without the values of credentials. */
export function snippetOf(source: string, offset: number): string {
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1;
  const end = source.indexOf('\n', offset);
  const line = source.slice(lineStart, end < 0 ? source.length : end);
  const from = line.length <= LONGEST ? 0 : Math.max(0, Math.min(offset - lineStart - 60, line.length - LONGEST));
  const part = line.slice(from, from + LONGEST).trim();
  return `${from > 0 ? '…' : ''}${part}${from + LONGEST < line.length ? '…' : ''}`.replace(secrets, '$1$2…');
}
