/** Parsers of the languages, loaded when the first file of a language comes. */
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { Language as TreeSitterLanguage, Parser, Query } from 'web-tree-sitter';
import type { Tree } from 'web-tree-sitter';
import type { Grammar, Language } from './language.ts';

export interface CodeParser {
  /** `undefined` where the text costs more time to parse than its length allows: only hopeless nonsense does. */
  parse(text: string): Tree | undefined;
  readonly query: Query;
}

const require = createRequire(import.meta.url);
const loaded = new Map<string, Promise<CodeParser>>();
let started: Promise<void> | undefined;

export function parserOf(language: Language): Promise<CodeParser> {
  const { grammar } = language;
  if (grammar === undefined) throw new Error(`${language.title} has no grammar`);
  let parser = loaded.get(grammar.file);
  if (parser === undefined) {
    parser = load(grammar);
    loaded.set(grammar.file, parser);
  }
  return parser;
}

async function load({ file, query }: Grammar): Promise<CodeParser> {
  started ??= start();
  await started;
  const language = await TreeSitterLanguage.load(require.resolve(`tree-sitter-wasms/out/tree-sitter-${file}.wasm`));
  const parser = new Parser();
  parser.setLanguage(language);
  return {
    query: new Query(language, query),
    parse(text) {
      const started = process.threadCpuUsage();
      const tree = parser.parse(text, null, {
        progressCallback: () => cpuMilliseconds(started) > allowedMilliseconds(text.length),
      });
      if (tree === null) {
        parser.reset();
        return undefined;
      }
      return tree;
    },
  };
}

/**
 * The optimising compiler takes gigabytes over the lexers of large grammars, and for Swift's ends the process: what the
 * baseline compiler makes parses at half the speed in a tenth of the memory.
 */
function start(): Promise<void> {
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
  return Parser.init();
}

/** Of this thread, so that a busy machine changes no result. */
function cpuMilliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(since);
  return (user + system) / 1000;
}

/** Ordinary source takes a fifth of it at most; nonsense can take time that grows with the square of its length. */
const allowedMilliseconds = (length: number): number => 2000 + length * 0.003;
