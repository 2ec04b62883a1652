/** Facts of XML: names of elements and attributes, their texts; context is what they stand in. Entities are left as they are. */
import type { Fact, FileFacts } from './fact.ts';

const pieces =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<[!?][^>]*>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>|([^<]+)/g;
const attributes = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const MOST_DEPTH = 64;

export function xmlFacts(source: string): FileFacts {
  return { facts: read(source), broken: false };
}

function* read(source: string): Generator<Fact> {
  const open: string[] = [];
  let lastKey = '';
  for (const match of source.matchAll(pieces)) {
    const [whole, cdata, closed, opened, attributeText = '', selfClosed, text] = match;
    if (closed !== undefined) open.pop();
    else if (opened !== undefined) {
      yield name(opened, match.index + 1);
      if (selfClosed !== '/' && open.length < MOST_DEPTH) open.push(opened);
      const attributesStart = match.index + 1 + opened.length;
      const naming = /\bname\s*=\s*["']([^"']*)/.exec(attributeText)?.[1] ?? '';
      for (const attribute of attributeText.matchAll(attributes)) {
        const [assignment, key = '', double, single] = attribute;
        const start = attributesStart + attribute.index;
        yield name(key, start);
        const value = double ?? single ?? '';
        yield scalar(value, start + assignment.length - value.length - 1, [key, opened, ...open.toReversed()]);
      }
      if (naming !== '') lastKey = naming;
    } else {
      const content = cdata ?? text ?? '';
      const trimmed = content.trim();
      if (trimmed === '') continue;
      const start = match.index + whole.indexOf(content) + content.indexOf(trimmed);
      yield scalar(trimmed, start, [lastKey, ...open.toReversed()]);
      // Property lists name a value by the <key> before it, Android resources by an attribute.
      lastKey = open.at(-1) === 'key' ? trimmed : '';
    }
  }
}

const name = (text: string, start: number): Fact => ({ kind: 'name', text, start, role: 'key', context: () => '' });

function scalar(text: string, start: number, context: readonly string[]): Fact {
  const kind = /^-?\d+$/.test(text) ? 'number' : 'string';
  return { kind, text, start, role: 'key', context: () => context.join(' ') };
}
