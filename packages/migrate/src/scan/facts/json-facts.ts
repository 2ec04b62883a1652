/** Facts of JSON, with comments if need be: keys, and scalars whose context is the path of keys to them, nearest first. */
import type { Fact, FileFacts } from './fact.ts';

const tokens =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"((?:[^"\\\n]|\\.)*)"(\s*:)?|-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[[\]{}]/g;
const MOST_DEPTH = 256;

export function jsonFacts(source: string): FileFacts {
  const facts: Fact[] = [];
  // A key for every object that is open; a list has the key it stands under.
  const keys: string[] = [''];
  let isBroken = false;
  for (const match of source.matchAll(tokens)) {
    const [token, string, colon] = match;
    if (token === '{' || token === '[') {
      if (keys.length < MOST_DEPTH) keys.push(token === '[' ? (keys.at(-1) ?? '') : '');
      else isBroken = true;
    } else if (token === '}' || token === ']') {
      if (keys.length > 1) keys.pop();
      else isBroken = true;
    } else if (string !== undefined && colon !== undefined) {
      keys[keys.length - 1] = string;
      facts.push({ kind: 'name', text: string, start: match.index + 1, role: 'key', context: () => '' });
      // A number can only be a key in quotes, and then it may be an id.
      if (/^\d+$/.test(string)) facts.push(scalar('string', string, match.index + 1, keys.slice(0, -1)));
    } else if (string !== undefined) facts.push(scalar('string', string, match.index + 1, keys));
    else if (/\d/.test(token) && !token.startsWith('/')) facts.push(scalar('number', token, match.index, keys));
  }
  return { facts, broken: isBroken || keys.length > 1 };
}

function scalar(kind: 'string' | 'number', text: string, start: number, path: readonly string[]): Fact {
  const context = path.toReversed().join(' ');
  return { kind, text: text.replaceAll(String.raw`\/`, '/'), start, role: 'key', context: () => context };
}
