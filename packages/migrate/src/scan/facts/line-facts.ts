/** Facts of YAML, properties, TOML and .env: keys and scalars by line, nested by indentation. Context is the path of keys. */
import type { Fact, FileFacts } from './fact.ts';
import { contentOf } from './string-content.ts';

const line = /^([ \t]*)((?:- +)*)(?:(["']?)([A-Za-z_$@][\w.$@/-]*)\3[ \t]*(?:[:=](?=\s|$|\S)))?[ \t]*(.*)$/;
const scalars = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|[^\s,[\]{}#"'][^,[\]{}#\n]*/g;

export function lineFacts(source: string): FileFacts {
  return { facts: read(source), broken: false };
}

function* read(source: string): Generator<Fact> {
  let path: { readonly indent: number; readonly key: string }[] = [];
  let at = 0;
  for (const text of source.split('\n')) {
    const lineStart = at;
    at += text.length + 1;
    const trimmed = text.trimStart();
    if (trimmed === '' || /^[#;!]/.test(trimmed)) continue;
    const section = /^\[+\s*([\w.-]+)\s*\]+\s*$/.exec(trimmed);
    if (section !== null) {
      path = [{ indent: -1, key: section[1] ?? '' }];
      continue;
    }
    const match = line.exec(text);
    if (match === null) continue;
    const [, spaces = '', dashes = '', , key, value = ''] = match;
    const indent = spaces.length + dashes.length;
    // An item of a list stands below the key of the list, which may be indented as much.
    path = path.filter((each) => each.indent < (key === undefined && dashes !== '' ? spaces.length + 1 : indent));
    if (key !== undefined) {
      yield { kind: 'name', text: key, start: lineStart + text.indexOf(key), role: 'key', context: () => '' };
      path.push({ indent, key });
    }
    yield* scalarsIn(value, lineStart + text.length - value.length, path.map((each) => each.key).reverse());
  }
}

function* scalarsIn(value: string, start: number, keys: readonly string[]): Generator<Fact> {
  const context = keys.join(' ');
  for (const match of value.matchAll(scalars)) {
    const { text, offset } = contentOf(match[0].trimEnd());
    const kind = /^-?\d+$/.test(text) ? 'number' : 'string';
    yield { kind, text, start: start + match.index + offset, role: 'key', context: () => context };
  }
}
