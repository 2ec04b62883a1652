/** What a file makes its requests with. */
import type { Node } from 'web-tree-sitter';

/** By how its answers are read: `ky` stands for got as well, `fetch` for its forerunners on Node. */
export type Library = 'fetch' | 'axios' | 'ky';

export interface Caller {
  readonly library: Library;
  /** Options of `axios.create(…)`, where the name stands for what that made. */
  readonly preset?: Node;
}

const modules: Readonly<Record<string, Library>> = {
  axios: 'axios',
  ky: 'ky',
  got: 'ky',
  'node-fetch': 'fetch',
  'cross-fetch': 'fetch',
  undici: 'fetch',
};

/** `import axios, { … } from 'axios'`, `import { fetch } from 'undici'` */
const imported = /^import\s+(?:(\w+)(?:\s*,\s*\{[^}]*\})?|\{\s*(fetch)\s*\})\s+from\s+['"]([\w-]+)['"]/gm;
const anotherFetch = /\bfunction\s+fetch\b|\b(?:const|let|var)\s+fetch\b|^import\b[^;]*\bfetch\b/m;

/** By the name that it is called by in this file. */
export function callersIn(root: Node): ReadonlyMap<string, Caller> {
  const found = new Map<string, Caller>();
  if (!anotherFetch.test(root.text)) found.set('fetch', { library: 'fetch' });
  for (const [, name, braced, module = ''] of root.text.matchAll(imported)) {
    const library = modules[module];
    if (library !== undefined) found.set(braced ?? name ?? '', { library });
  }
  for (const statement of root.namedChildren) {
    const [declarator, ...others] = statement?.type === 'lexical_declaration' ? statement.namedChildren : [];
    const name = declarator?.childForFieldName('name')?.text;
    const made = declarator?.childForFieldName('value');
    if (name === undefined || made?.type !== 'call_expression' || others.length > 0) continue;
    const [, maker = ''] = /^(\w+)\.(?:create|extend)$/.exec(made.childForFieldName('function')?.text ?? '') ?? [];
    const preset = made.childForFieldName('arguments')?.namedChildren[0];
    const library = found.get(maker)?.library;
    if (library !== undefined && preset != null) found.set(name, { library, preset });
  }
  for (const name of found.keys()) if (isToldMore(name, root.text)) found.delete(name);
  return found;
}

/** `axios.defaults.params = …`, `axios.interceptors.request.use(…)`: requests say more than their calls do. */
const isToldMore = (name: string, text: string): boolean =>
  new RegExp(String.raw`\b${name}\s*\.\s*(?:defaults|interceptors)\b`).test(text);

/** Of `axios.get(…)`, `ky(…)`, `fetch(…)` what makes the request. */
export function callerOf(call: Node, callers: ReadonlyMap<string, Caller>): Caller | undefined {
  const called = call.childForFieldName('function')?.text.replace(/^await\s+/, '') ?? '';
  const [, name = '', get] = /^(\w+)(\s*\.get)?$/.exec(called) ?? [];
  const caller = callers.get(name);
  if (get === undefined) return caller?.library === 'axios' ? undefined : caller;
  return caller?.library === 'fetch' ? undefined : caller;
}
