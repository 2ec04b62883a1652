/** Functions of a client that ask v2 for a path they are given. */
import type { Node } from 'web-tree-sitter';

export interface RequestFunction {
  readonly name: string;
  readonly node: Node;
  readonly parameters: readonly string[];
  /** Which argument is the path below `/ev/`. */
  readonly pathIndex: number;
  /** What the function takes for the base address. */
  readonly base: Node;
  /** What it takes for the API key; absent where it sends none. */
  readonly key?: Node;
}

export function requestFunctions(root: Node): RequestFunction[] {
  return root
    .descendantsOfType('function_declaration')
    .filter((node) => node !== null)
    .map(asRequestFunction)
    .filter((each) => each !== undefined);
}

function asRequestFunction(node: Node): RequestFunction | undefined {
  const name = node.childForFieldName('name')?.text;
  const body = node.childForFieldName('body');
  if (name === undefined || body === null || !/\bfetch\(/.test(body.text)) return undefined;
  const parameters = parameterNames(node);
  for (const template of body.descendantsOfType('template_string')) {
    if (template === null) continue;
    const parts = /^`(?:\$\{([^}]+)\})?\/ev\/\$\{(\w+)\}/.exec(template.text);
    const pathIndex = parameters.indexOf(parts?.[2] ?? '');
    const base = parts?.[1] === undefined ? secondOfUrl(template) : firstSubstitution(template);
    if (pathIndex < 0 || base === undefined) continue;
    const key = keyIn(body);
    return { name, node, parameters, pathIndex, base, ...(key === undefined ? {} : { key }) };
  }
  return undefined;
}

function parameterNames(node: Node): string[] {
  const parameters = node.childForFieldName('parameters')?.namedChildren.filter((each) => each !== null) ?? [];
  return parameters.map((each) => (each.childForFieldName('pattern') ?? each.childForFieldName('left') ?? each).text);
}

/** The base in `new URL(path, base)`. */
function secondOfUrl(template: Node): Node | undefined {
  const made = template.parent?.parent;
  if (made?.type !== 'new_expression' || made.childForFieldName('constructor')?.text !== 'URL') return undefined;
  return template.nextNamedSibling ?? undefined;
}

const firstSubstitution = (template: Node): Node | undefined =>
  template.namedChildren.find((each) => each?.type === 'template_substitution')?.namedChildren[0] ?? undefined;

/** What is set as `apiKey`. */
function keyIn(body: Node): Node | undefined {
  for (const call of body.descendantsOfType('call_expression')) {
    const given = call?.childForFieldName('arguments')?.namedChildren ?? [];
    const isSetting = /\.(?:set|append)$/.test(call?.childForFieldName('function')?.text ?? '');
    if (isSetting && /^['"]apiKey['"]$/.test(given[0]?.text ?? '')) return given[1] ?? undefined;
  }
  return undefined;
}

/** Functions that nobody calls any more, and that nobody else can. */
export function unusedNow(root: Node, functions: readonly RequestFunction[]): RequestFunction[] {
  return functions.filter(({ name, node }) => {
    if (node.parent?.type === 'export_statement') return false;
    const mentions = root.descendantsOfType('identifier').filter((each) => each?.text === name);
    return mentions.length === 1;
  });
}
