/** Texts that a program puts together: what stands there as it is, and the expressions between. */
import type { Node } from 'web-tree-sitter';

export type Piece = string | Node;
export type Text = readonly Piece[];

/** An expression as pieces; one that is no text put together is a single piece. Nothing where escapes would have to be read. */
export function piecesOf(node: Node): Text | undefined {
  if (node.type === 'number') return [node.text];
  if (node.type === 'string') return node.text.includes('\\') ? undefined : [node.text.slice(1, -1)];
  if (node.type === 'template_string') return node.text.includes('\\') ? undefined : piecesOfTemplate(node);
  const terms = node.type === 'binary_expression' ? termsOf(node) : undefined;
  // Only next to a text does + mean putting together.
  const isText = terms?.slice(0, 2).some(({ type }) => /string$/.test(type));
  return terms === undefined || isText !== true ? [node] : joined(terms.map(piecesOf));
}

function piecesOfTemplate(template: Node): Text {
  const pieces: Piece[] = [];
  let at = 1;
  for (const each of template.namedChildren) {
    const inner = each?.type === 'template_substitution' ? each.namedChildren[0] : undefined;
    if (each == null || inner == null) continue;
    pieces.push(template.text.slice(at, each.startIndex - template.startIndex), inner);
    at = each.endIndex - template.startIndex;
  }
  return [...pieces, template.text.slice(at, -1)].filter((piece) => piece !== '');
}

/** Of `a + b + c`. */
function termsOf(node: Node): Node[] | undefined {
  if (node.type !== 'binary_expression') return [node];
  const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
  if (node.childForFieldName('operator')?.text !== '+' || left === null || right === null) return undefined;
  const before = termsOf(left);
  return before === undefined ? undefined : [...before, right];
}

function joined(texts: readonly (Text | undefined)[]): Text | undefined {
  const pieces: Piece[] = [];
  for (const text of texts) {
    if (text === undefined) return undefined;
    for (const piece of text) {
      const last = pieces.at(-1);
      if (typeof piece === 'string' && typeof last === 'string') pieces.splice(-1, 1, last + piece);
      else pieces.push(piece);
    }
  }
  return pieces;
}

/** Around the first place where the text says this as it stands; nothing where it does not. */
export const splitAt = (text: Text, separator: string): Split | undefined =>
  split(text, (piece) => [piece.indexOf(separator), separator.length]);

/** At the character that this finds. */
export const splitBefore = (text: Text, found: RegExp): Split | undefined =>
  split(text, (piece) => [piece.search(found), 1]);

type Split = readonly [before: Text, after: Text];

function split(text: Text, find: (piece: string) => readonly [at: number, length: number]): Split | undefined {
  const index = text.findIndex((piece) => typeof piece === 'string' && find(piece)[0] >= 0);
  const piece = text[index];
  if (typeof piece !== 'string') return undefined;
  const [at, length] = find(piece);
  return [
    [...text.slice(0, index), piece.slice(0, at)].filter((each) => each !== ''),
    [piece.slice(at + length), ...text.slice(index + 1)].filter((each) => each !== ''),
  ];
}

/** The text where nothing is put in. */
export function literalOf(text: Text): string | undefined {
  const [only = '', ...others] = text;
  return typeof only === 'string' && others.length === 0 ? only : undefined;
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;

/** The text as an expression. */
export function codeOf(text: Text): string {
  const literal = literalOf(text);
  if (literal !== undefined) return quoted(literal);
  const [only, ...others] = text;
  if (only !== undefined && typeof only !== 'string' && others.length === 0) return only.text;
  const parts = text.map((piece) => (typeof piece === 'string' ? piece.replaceAll('`', '\\`') : `\${${piece.text}}`));
  return `\`${parts.join('')}\``;
}
