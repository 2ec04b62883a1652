/** Adds sources to the text of `sources.yaml` and takes them out; comments and order stay. */
import { isMap, isSeq, parseDocument } from 'yaml';
import type { WrittenSource } from './source-definition.ts';

const EMPTY = 'sources: []\n';

export function withSource(text: string, source: WrittenSource): string {
  const document = parseDocument(text.trim() === '' ? EMPTY : text);
  if (!isSeq(document.get('sources'))) document.set('sources', document.createNode([]));
  const list = document.get('sources');
  if (!isSeq(list)) throw new TypeError('sources is no list');
  // `[]` was written in one line; what is in it is not.
  list.flow = false;
  list.add(document.createNode(source));
  return document.toString({ lineWidth: 0 });
}

/** The same text where there is no such source. */
export function withoutSource(text: string, name: string): string {
  const document = parseDocument(text);
  const list = document.get('sources');
  if (!isSeq(list)) return text;
  const index = list.items.findIndex(
    (item) => isMap(item) && String(item.get('name')).toLowerCase() === name.toLowerCase(),
  );
  if (index < 0) return text;
  list.delete(index);
  return document.toString({ lineWidth: 0 });
}
