/** How each language says a phrase, so that one case of a rule is tried in all of them. */
import type { LanguageId } from '../code/language.ts';
import type { Phrase } from '../rules/phrase.ts';

type Say = { readonly [Kind in Phrase['say']]?: (phrase: Extract<Phrase, { say: Kind }>) => string };

interface PhraseBook extends Say {
  /** Puts phrases into a whole file. Declarations are said where fields of types are, statements where code is. */
  readonly file: (declarations: readonly string[], statements: readonly string[]) => string;
}

const lines = (parts: readonly string[]): string => parts.join('\n');
const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const double = (value: string | number): string => (typeof value === 'number' ? String(value) : `"${value}"`);
const single = (value: string | number): string => (typeof value === 'number' ? String(value) : `'${value}'`);
const snake = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();

const ecmaScript: PhraseBook = {
  file: (declarations, statements) => lines([...declarations, 'export function client() {', ...statements, '}']),
  text: ({ name, value }) => `const ${name} = '${value}';`,
  number: ({ name, value }) => `const ${name} = ${String(value)};`,
  numbers: ({ name, values }) => `const ${name} = [${values.join(', ')}];`,
  read: ({ path }) => `use(${path.join('.')});`,
  compare: ({ path, value }) => `if (${path.join('?.')} === ${single(value)}) stop();`,
  switch: ({ on, value }) => `switch (${on}) { case '${value}': stop(); }`,
  argument: ({ name, value }) => `ask({ ${name}: '${value}' });`,
  first: ({ path }) => `use(${path.join('.')}[0]);`,
  use: ({ thing }) => `const reader = new ${thing}();`,
  comment: ({ text }) => `// ${text}`,
};

const typeScript: PhraseBook = { ...ecmaScript, declare: ({ field }) => `interface Shape { ${field}: string }` };

export const phraseBooks: Readonly<Record<LanguageId, PhraseBook>> = {
  typescript: typeScript,
  tsx: {
    ...typeScript,
    file: (declarations, statements) =>
      lines([...declarations, 'export function Client() {', ...statements, 'return <p>{shown}</p>;', '}']),
    read: ({ path }) => `const shown = <b title={${path.join('.')}} />;`,
  },
  javascript: { ...ecmaScript, declare: ({ field }) => `const { ${field} } = answer;` },
  java: {
    file: (declarations, statements) =>
      lines(['class Client {', ...declarations, 'void run() {', ...statements, '}', '}']),
    text: ({ name, value }) => `String ${name} = "${value}";`,
    number: ({ name, value }) => `int ${name} = ${String(value)};`,
    numbers: ({ name, values }) => `List<Integer> ${name} = List.of(${values.join(', ')});`,
    read: ({ path: [from = '', ...rest] }) =>
      `use(${[from, ...rest.map((each) => (/^[A-Z_]+$/.test(each) ? each : `get${upperFirst(each)}()`))].join('.')});`,
    declare: ({ field }) => `@SerializedName("${field}") String ${field};`,
    compare: ({ path: [from = '', ...rest], value }) => {
      const left = [from, ...rest.map((each) => `get${upperFirst(each)}()`)].join('.');
      return typeof value === 'number'
        ? `if (${left} == ${String(value)}) stop();`
        : `if (${left}.equals("${value}")) stop();`;
    },
    switch: ({ on, value }) => `switch (${on}) { case "${value}": stop(); break; }`,
    argument: ({ name, value }) => `ask(Map.of("${name}", "${value}"));`,
    first: ({ path: [from = '', ...rest] }) =>
      `use(${[from, ...rest.map((each) => `get${upperFirst(each)}()`)].join('.')}.get(0));`,
    use: ({ thing }) => `var reader = new ${thing}();`,
    comment: ({ text }) => `// ${text}`,
  },
  kotlin: {
    file: (declarations, statements) =>
      lines(['class Client {', ...declarations, 'fun run() {', ...statements, '}', '}']),
    text: ({ name, value }) => `val ${name} = "${value}"`,
    number: ({ name, value }) => `val ${name} = ${String(value)}`,
    numbers: ({ name, values }) => `val ${name} = listOf(${values.join(', ')})`,
    read: ({ path }) => `use(${path.join('.')})`,
    declare: ({ field }) => `@SerialName("${field}") val ${field}: String = ""`,
    compare: ({ path, value }) => `if (${path.join('?.')} == ${double(value)}) stop()`,
    switch: ({ on, value }) => `when (${on}) { "${value}" -> stop() }`,
    argument: ({ name, value }) => `ask(mapOf("${name}" to "${value}"))`,
    first: ({ path }) => `use(${path.join('.')}.first())`,
    use: ({ thing }) => `val reader = ${thing}()`,
    comment: ({ text }) => `// ${text}`,
  },
  swift: {
    file: (declarations, statements) =>
      lines(['struct Client {', ...declarations, 'func run() {', ...statements, '}', '}']),
    text: ({ name, value }) => `let ${name} = "${value}"`,
    number: ({ name, value }) => `let ${name} = ${String(value)}`,
    numbers: ({ name, values }) => `let ${name} = [${values.join(', ')}]`,
    read: ({ path }) => `use(${path.join('.')})`,
    declare: ({ field }) => `let ${field}: String`,
    compare: ({ path, value }) => `if ${path.join('.')} == ${double(value)} { stop() }`,
    switch: ({ on, value }) => `switch ${on} {\ncase "${value}": stop()\ndefault: break\n}`,
    argument: ({ name, value }) => `ask(["${name}": "${value}"])`,
    first: ({ path }) => `use(${path.join('.')}.first)`,
    use: ({ thing }) => `let reader = ${thing}()`,
    comment: ({ text }) => `// ${text}`,
  },
  python: {
    file: (declarations, statements) =>
      lines([
        'class Client:',
        '    pass',
        ...declarations.map((each) => `    ${each}`),
        'def run():',
        '    pass',
        ...statements.map((each) => `    ${each}`),
      ]),
    text: ({ name, value }) => `${name} = "${value}"`,
    number: ({ name, value }) => `${name} = ${String(value)}`,
    numbers: ({ name, values }) => `${name} = [${values.join(', ')}]`,
    read: ({ path: [from = '', ...rest] }) =>
      rest.every((each) => /^[A-Z_]+$/.test(each))
        ? `use(${[from, ...rest].join('.')})`
        : `use(${from}${rest.map((each) => `["${each}"]`).join('')})`,
    declare: ({ field }) => `${snake(field)}: str`,
    compare: ({ path: [from = '', ...rest], value }) =>
      `if ${from}${rest.map((each) => `["${each}"]`).join('')} == ${double(value)}: stop()`,
    switch: ({ on, value }) => `if ${on} in ("${value}", "x"): stop()`,
    argument: ({ name, value }) => `ask(params={"${name}": "${value}"})`,
    first: ({ path: [from = '', ...rest] }) => `use(${from}${rest.map((each) => `["${each}"]`).join('')}[0])`,
    use: ({ thing }) => `reader = ${thing}()`,
    comment: ({ text }) => `# ${text}`,
  },
  csharp: {
    file: (declarations, statements) =>
      lines(['class Client {', ...declarations, 'void Run() {', ...statements, '}', '}']),
    text: ({ name, value }) => `var ${name} = "${value}";`,
    number: ({ name, value }) => `const int ${name} = ${String(value)};`,
    numbers: ({ name, values }) => `var ${name} = new[] { ${values.join(', ')} };`,
    read: ({ path: [from = '', ...rest] }) => `Use(${[from, ...rest.map(upperFirst)].join('.')});`,
    declare: ({ field }) => `[JsonPropertyName("${field}")] public string ${upperFirst(field)} { get; set; }`,
    compare: ({ path: [from = '', ...rest], value }) =>
      `if (${[from, ...rest.map(upperFirst)].join('.')} == ${double(value)}) Stop();`,
    switch: ({ on, value }) => `switch (${on}) { case "${value}": Stop(); break; }`,
    argument: ({ name, value }) => `Ask(new Dictionary<string, string> { ["${name}"] = "${value}" });`,
    first: ({ path: [from = '', ...rest] }) => `Use(${[from, ...rest.map(upperFirst)].join('.')}.First());`,
    use: ({ thing }) => `var reader = new ${thing}();`,
    comment: ({ text }) => `// ${text}`,
  },
  go: {
    file: (declarations, statements) =>
      lines(['package client', 'type Client struct {', ...declarations, '}', 'func run() {', ...statements, '}']),
    text: ({ name, value }) => `${name} := "${value}"`,
    number: ({ name, value }) => `const ${name} = ${String(value)}`,
    numbers: ({ name, values }) => `${name} := []int{${values.join(', ')}}`,
    read: ({ path: [from = '', ...rest] }) => `use(${[from, ...rest.map(upperFirst)].join('.')})`,
    declare: ({ field }) => `${upperFirst(field)} string \`json:"${field}"\``,
    compare: ({ path: [from = '', ...rest], value }) =>
      `if ${[from, ...rest.map(upperFirst)].join('.')} == ${double(value)} { stop() }`,
    switch: ({ on, value }) => `switch ${on} {\ncase "${value}":\nstop()\n}`,
    argument: ({ name, value }) => `query.Set("${name}", "${value}")`,
    first: ({ path: [from = '', ...rest] }) => `use(${[from, ...rest.map(upperFirst)].join('.')}[0])`,
    use: ({ thing }) => `reader := lib.${thing}{}`,
    comment: ({ text }) => `// ${text}`,
  },
  dart: {
    file: (declarations, statements) =>
      lines(['class Client {', ...declarations, 'void run() {', ...statements, '}', '}']),
    text: ({ name, value }) => `final ${name} = '${value}';`,
    number: ({ name, value }) => `const ${name} = ${String(value)};`,
    numbers: ({ name, values }) => `const ${name} = [${values.join(', ')}];`,
    read: ({ path }) => `use(${path.join('.')});`,
    declare: ({ field }) => `final String ${field};`,
    compare: ({ path, value }) => `if (${path.join('.')} == ${single(value)}) stop();`,
    switch: ({ on, value }) => `switch (${on}) { case '${value}': stop(); }`,
    argument: ({ name, value }) => `ask({'${name}': '${value}'});`,
    first: ({ path }) => `use(${path.join('.')}.first);`,
    use: ({ thing }) => `final reader = ${thing}();`,
    comment: ({ text }) => `// ${text}`,
  },
  php: {
    file: (declarations, statements) =>
      lines(['<?php', 'class Client {', ...declarations, 'function run() {', ...statements, '}', '}']),
    text: ({ name, value }) => `$${name} = '${value}';`,
    number: ({ name, value }) => `$${name} = ${String(value)};`,
    numbers: ({ name, values }) => `$${name} = [${values.join(', ')}];`,
    read: ({ path: [from = '', ...rest] }) =>
      rest.every((each) => /^[A-Z_]+$/.test(each))
        ? `use_it(${from}::${rest.join('::')});`
        : `use_it($${[from, ...rest].join('->')});`,
    declare: ({ field }) => `public string $${field};`,
    compare: ({ path: [from = '', ...rest], value }) =>
      `if ($${from}${rest.map((each) => `['${each}']`).join('')} === ${single(value)}) { stop(); }`,
    switch: ({ on, value }) => `switch ($${on}) { case '${value}': stop(); }`,
    argument: ({ name, value }) => `ask(['${name}' => '${value}']);`,
    first: ({ path: [from = '', ...rest] }) => `use_it($${[from, ...rest].join('->')}[0]);`,
    use: ({ thing }) => `$reader = new ${thing}();`,
    comment: ({ text }) => `// ${text}`,
  },
  json: {
    file: (_, statements) => `{\n${statements.join(',\n')}\n}`,
    text: ({ name, value }) => `"${name}": "${value}"`,
    number: ({ name, value }) => `"${name}": ${String(value)}`,
    numbers: ({ name, values }) => `"${name}": [${values.join(', ')}]`,
    argument: ({ name, value }) => `"${name}": "${value}"`,
  },
  yaml: {
    file: (_, statements) => lines(['client:', ...statements.map((each) => `  ${each.replaceAll('\n', '\n  ')}`)]),
    text: ({ name, value }) => `${name}: "${value}"`,
    number: ({ name, value }) => `${name}: ${String(value)}`,
    numbers: ({ name, values }) => `${name}:\n${values.map((each) => `  - ${String(each)}`).join('\n')}`,
    argument: ({ name, value }) => `${name}: '${value}'`,
    comment: ({ text }) => `# ${text}`,
  },
  xml: {
    file: (_, statements) => lines(['<?xml version="1.0"?>', '<client>', ...statements, '</client>']),
    text: ({ name, value }) => `<${name}>${value.replaceAll('&', '&amp;')}</${name}>`,
    number: ({ name, value }) => `<integer name="${name}">${String(value)}</integer>`,
    argument: ({ name, value }) => `<request ${name}="${value}"/>`,
    comment: ({ text }) => `<!-- ${text} -->`,
  },
  sql: {
    file: (_, statements) => lines(statements),
    text: ({ name, value }) => `UPDATE client SET ${name} = '${value}';`,
    number: ({ name, value }) => `SELECT * FROM client WHERE ${name} = ${String(value)};`,
    numbers: ({ name, values }) => `SELECT * FROM client WHERE ${name} IN (${values.join(', ')});`,
    comment: ({ text }) => `-- ${text}`,
  },
  properties: {
    file: (_, statements) => lines(statements),
    text: ({ name, value }) => `client.${name}=${value}`,
    number: ({ name, value }) => `client.${name}=${String(value)}`,
    argument: ({ name, value }) => `${name}=${value}`,
    comment: ({ text }) => `# ${text}`,
  },
};

/** @returns nothing where the language has no words for it */
export function sayIn(language: LanguageId, phrase: Phrase): string | undefined {
  // The phrase and its speaker are of one kind, which the type of a table cannot tell.
  const speaker = phraseBooks[language][phrase.say] as ((each: Phrase) => string) | undefined;
  return speaker?.(phrase);
}
