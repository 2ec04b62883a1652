/** What the scanner knows of a language: which files are in it, and which nodes of its grammar are literals and names. */

export type LanguageId =
  | 'typescript'
  | 'tsx'
  | 'javascript'
  | 'java'
  | 'kotlin'
  | 'swift'
  | 'python'
  | 'csharp'
  | 'go'
  | 'dart'
  | 'php'
  | 'json'
  | 'yaml'
  | 'xml'
  | 'sql'
  | 'properties';

export interface Grammar {
  /** Name of the file in tree-sitter-wasms, without prefix and extension. */
  readonly file: string;
  /** A tree-sitter query that captures `@string`, `@number` and `@name`. */
  readonly query: string;
}

export interface Language {
  readonly id: LanguageId;
  readonly title: string;
  readonly extensions: readonly string[];
  /** Configuration and data: of one rule the first finding of a file is shown, the rest are counted. */
  readonly isData: boolean;
  /** Absent: read by a reader of ours. */
  readonly grammar?: Grammar;
}
