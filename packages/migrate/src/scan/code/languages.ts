/** The languages that are scanned. */
import type { Grammar, Language, LanguageId } from './language.ts';

const ecmaScriptNames = `[(property_identifier) (shorthand_property_identifier) (shorthand_property_identifier_pattern)
  (identifier)] @name`;

const code = (id: LanguageId, title: string, extensions: readonly string[], grammar: Grammar): Language => ({
  id,
  title,
  extensions,
  isData: false,
  grammar,
});

const data = (id: LanguageId, title: string, extensions: readonly string[]): Language => ({
  id,
  title,
  extensions,
  isData: true,
});

export const languages: readonly Language[] = [
  code('typescript', 'TypeScript', ['.ts', '.mts', '.cts'], {
    file: 'typescript',
    query: `[(string) (template_string)] @string (number) @number ${ecmaScriptNames}`,
  }),
  code('tsx', 'TSX', ['.tsx'], {
    file: 'tsx',
    query: `[(string) (template_string)] @string (number) @number ${ecmaScriptNames}`,
  }),
  code('javascript', 'JavaScript', ['.js', '.mjs', '.cjs', '.jsx'], {
    file: 'javascript',
    query: `[(string) (template_string)] @string (number) @number ${ecmaScriptNames}`,
  }),
  code('java', 'Java', ['.java'], {
    file: 'java',
    query: '(string_literal) @string (decimal_integer_literal) @number [(identifier) (type_identifier)] @name',
  }),
  code('kotlin', 'Kotlin', ['.kt', '.kts'], {
    file: 'kotlin',
    query: '(string_literal) @string (integer_literal) @number [(simple_identifier) (type_identifier)] @name',
  }),
  code('swift', 'Swift', ['.swift'], {
    file: 'swift',
    query:
      '[(line_string_literal) (multi_line_string_literal)] @string (integer_literal) @number [(simple_identifier) (type_identifier)] @name',
  }),
  code('python', 'Python', ['.py'], {
    file: 'python',
    query: '(string) @string (integer) @number (identifier) @name',
  }),
  code('csharp', 'C#', ['.cs'], {
    file: 'c_sharp',
    query: `[(string_literal) (verbatim_string_literal) (interpolated_string_expression)] @string
      (integer_literal) @number (identifier) @name`,
  }),
  code('go', 'Go', ['.go'], {
    file: 'go',
    query: `[(interpreted_string_literal) (raw_string_literal)] @string (int_literal) @number
      [(identifier) (field_identifier) (type_identifier)] @name`,
  }),
  code('dart', 'Dart', ['.dart'], {
    file: 'dart',
    query: '(string_literal) @string (decimal_integer_literal) @number [(identifier) (type_identifier)] @name',
  }),
  code('php', 'PHP', ['.php'], {
    file: 'php',
    query: '[(string) (encapsed_string)] @string (integer) @number (name) @name',
  }),
  data('json', 'JSON', ['.json', '.jsonc', '.geojson']),
  data('yaml', 'YAML', ['.yaml', '.yml']),
  data('xml', 'XML', ['.xml', '.plist', '.xsd', '.config', '.resx']),
  data('sql', 'SQL', ['.sql']),
  data('properties', 'Properties', ['.properties', '.env', '.toml', '.ini', '.conf']),
];

const byExtension = new Map(
  languages.flatMap((each) => each.extensions.map((extension) => [extension, each] as const)),
);

/** `undefined` for what is not scanned. `.env` and its kin have a name that is all extension. */
export function languageOfFile(fileName: string): Language | undefined {
  const lower = fileName.toLowerCase();
  if (/^\.env(\.|$)/.test(lower)) return byExtension.get('.env');
  const dot = lower.lastIndexOf('.');
  return dot < 0 ? undefined : byExtension.get(lower.slice(dot));
}
