/**
 * The tree of a v2 answer as XML 1.0. Contract v2, transport: JSON is this tree without the root's name, attributes
 * turned into plain keys. So members become elements in their order, lists become elements of the same name, and `id`,
 * the only attribute the contract tells of, becomes one wherever it occurs.
 */

const ATTRIBUTE = 'id';

/** Roots of the answers; only the first two are documented. */
export type XmlRoot =
  | 'evStationsResult'
  | 'roamings'
  | 'evStationsCount'
  | 'evses'
  | 'connectorTypes'
  | 'powerFeedTypes'
  | 'connectorStatuses'
  | 'error';

/** @param tree plain data of objects, lists, texts, numbers and booleans; `undefined` members are left out. */
export function writeXml(root: XmlRoot, tree: object): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, tree)}`;
}

/** A part of such a tree; a list is as many elements as it has items. */
export function writeElement(name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item: unknown) => writeElement(name, item)).join('');
  if (typeof value !== 'object') return tagged(name, '', escapeText(scalar(value)));
  let attributes = '';
  let content = '';
  for (const [key, member] of Object.entries(value)) {
    if (key === ATTRIBUTE && member !== undefined) attributes = ` ${key}="${escapeAttribute(scalar(member))}"`;
    else content += writeElement(key, member);
  }
  return tagged(name, attributes, content);
}

function tagged(name: string, attributes: string, content: string): string {
  return content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}

function scalar(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError(`a ${typeof value} has no place in XML`);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\u0085': '&#133;',
  '\u2028': '&#8232;',
  '\u2029': '&#8233;',
};

/** Bare, these would be read as a line feed by some: a carriage return (XML 1.0), U+0085 and U+2028 (XML 1.1), U+2029. */
function escapeText(text: string): string {
  return legal(text).replace(/[&<>\r\u0085\u2028\u2029]/g, (character) => entities[character] ?? character);
}

/** White space other than blanks would be read as a blank (XML 1.0, attribute-value normalization). */
function escapeAttribute(text: string): string {
  return legal(text).replace(/[&<>"\t\n\r\u0085\u2028\u2029]/g, (character) => entities[character] ?? character);
}

/** Characters XML 1.0 has no form for at all, not even escaped, give way to U+FFFD. */
function legal(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
}
