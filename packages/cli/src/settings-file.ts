/** A file of settings (YAML): options of a command by their names without dashes. What cannot be right is told with its line. */
import { readFileSync } from 'node:fs';
import type { Document, Pair } from 'yaml';
import { LineCounter, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { Failure, explain } from './failure.ts';

export interface FileSetting {
  readonly name: string;
  /** One, but for lists. */
  readonly texts: readonly string[];
  readonly isList: boolean;
  /** Such as `pantograph.yaml, line 3`. */
  readonly place: string;
}

const advice = 'Settings are lines such as "port: 9000" or "v2-mend: [countIsPageSize]".';

/** Throws `Failure`, with every place that is wrong. */
export function readSettingsFile(file: string): readonly FileSetting[] {
  const lines = new LineCounter();
  const document = parseDocument(textOf(file), { lineCounter: lines });
  const placeOf = (offset: number): string => `${file}, line ${String(lines.linePos(offset).line || 1)}`;
  const faults = document.errors.map(
    ({ message, pos: [offset] }) => `${placeOf(offset)}: ${message.replace(/ at line \d+[\s\S]*$/, '')}`,
  );
  if (faults.length > 0) throw new Failure(faults.join('\n'), advice);
  return pairsOf(document, file).map(({ key, value }) => {
    const place = placeOf(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
    const isList = isSeq(value);
    const texts = (isList ? value.items : [value]).map(scalarText);
    if (!isScalar(key) || texts.some((text) => text === undefined)) {
      throw new Failure(
        `${place}: ${isScalar(key) ? String(key.value) : 'it'} needs a value, or a list of them.`,
        advice,
      );
    }
    return { name: String(key.value), texts: texts.filter((text) => text !== undefined), isList, place };
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw explain(error, `read the settings in ${file}`) ?? error;
  }
}

function pairsOf({ contents }: Document, file: string): readonly Pair[] {
  if (contents === null) return [];
  if (isMap(contents)) return contents.items;
  throw new Failure(`${file} holds no settings.`, advice);
}

/** As it is written: a number keeps its zeros. Nothing is no value. */
function scalarText(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : node.source;
}
