/**
 * A v2 answer in XML as the tree that its JSON is: contract v2, transport. Attributes become plain keys; numbers, booleans and
 * lists of one are told by the schema that reads it next, not here. Nothing is expanded: a DOCTYPE or an entity of its own is refused.
 */
import { XMLParser } from 'fast-xml-parser';
import { tagFault } from './tag-fault.ts';

/** Deeper than any answer of v2. */
const MOST_DEPTH = 32;

export type XmlReading =
  { readonly ok: true; readonly tree: unknown } | { readonly ok: false; readonly reason: string };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  // Decoded below: character references and the five of XML, no others.
  processEntities: false,
  trimValues: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
});

export function readV2Xml(document: string): XmlReading {
  const text = document.replace(/^\uFEFF/, '');
  const reason = refusalOf(text);
  if (reason !== undefined) return { ok: false, reason };
  try {
    return { ok: true, tree: decoded(parser.parse(text)) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** What must not even reach a parser. */
function refusalOf(text: string): string | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return 'it has a DOCTYPE, which v2 never sends';
  const entity = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)[^;\s<]{0,40};?/i.exec(text)?.[0];
  if (entity !== undefined) return `it has the entity ${entity}, which XML does not define`;
  return tagFault(text, MOST_DEPTH);
}

function decoded(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('&') ? decodedText(value) : value;
  if (Array.isArray(value)) return value.map(decoded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, decoded(member)]));
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodedText(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name = '') => {
    if (hex === undefined && decimal === undefined) return named[String(name)] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff && code > 0 ? String.fromCodePoint(code) : '\ufffd';
  });
}
