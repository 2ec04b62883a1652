/** The inside of a string literal as it is written, in any of the languages. */

export interface Content {
  readonly text: string;
  /** How many characters of the literal come before it. */
  readonly offset: number;
}

const opening = /^[A-Za-z$@#]{0,3}("""|'''|"|'|`|)/;

export function contentOf(literal: string): Content {
  const match = opening.exec(literal);
  const quote = match?.[1] ?? '';
  const offset = quote === '' ? 0 : (match?.[0].length ?? 0);
  const end = quote !== '' && literal.length >= offset + quote.length && literal.endsWith(quote) ? quote.length : 0;
  return { text: literal.slice(offset, literal.length - end), offset };
}
