/** Compares two answers of v2, one as v2 gave it, one made of v3 and Search, field by field. */
import { alike } from '../../compare/alike.ts';
import type { Leaf, List, Node, Tree } from './field-rules.ts';
import type { Found, Judgement } from './verdict.ts';
import { verdictOf } from './verdict.ts';

interface Place {
  readonly field: string;
  /** Names of the items of lists on the way here. */
  readonly at: string;
}

/** Every field that either side has is judged once; of an item that is missing, the item as a whole. */
export function judgeBody(v2: unknown, v3: unknown, tree: Tree): readonly Judgement[] {
  const judgements: Judgement[] = [];
  judgeTree(v2, v3, tree, { field: '', at: '' }, judgements);
  return judgements;
}

function judgeNode(v2: unknown, v3: unknown, node: Node, place: Place, judgements: Judgement[]): void {
  if ('members' in node) judgeTree(v2, v3, node, place, judgements);
  else if ('each' in node) judgeList(v2, v3, node, place, judgements);
  else judgeLeaf(v2, v3, node, place, judgements);
}

function judgeTree(v2: unknown, v3: unknown, tree: Tree, place: Place, judgements: Judgement[]): void {
  if (!isRecord(v2)) {
    judgeLeaf(v2, v3, whole, place, judgements);
    return;
  }
  const there = isRecord(v3) ? v3 : {};
  for (const name of new Set([...Object.keys(v2), ...Object.keys(there)])) {
    // A field that v2 is not known to have is compared as it stands.
    const node = Object.hasOwn(tree.members, name) ? tree.members[name] : undefined;
    const here = { ...place, field: place.field === '' ? name : `${place.field}.${name}` };
    judgeNode(v2[name], there[name], node ?? unknownField, here, judgements);
  }
}

const whole: Leaf = { compare: (v2, v3) => (alike(v2, v3) ? 'equal' : 'different') };
const unknownField: Leaf = { ...whole, unsaid: 'no_place_in_v3' };

function judgeLeaf(v2: unknown, v3: unknown, leaf: Leaf, place: Place, judgements: Judgement[]): void {
  if (isNothing(v2) && isNothing(v3)) return;
  if (isNothing(v2)) tell(place, 'said_additionally', v2, v3, judgements);
  else if (isNothing(v3)) tell(place, leaf.unsaid ?? 'missing', v2, v3, judgements, leaf.live);
  else tell(place, leaf.compare(v2, v3), v2, v3, judgements, leaf.live);
}

/** What is empty says nothing. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function judgeList(v2: unknown, v3: unknown, list: List, place: Place, judgements: Judgement[]): void {
  const left = new Map<string, unknown[]>();
  for (const item of itemsOf(v3)) {
    const key = list.key(item);
    left.set(key, [...(left.get(key) ?? []), item]);
  }
  for (const item of itemsOf(v2)) {
    const key = list.key(item);
    const here = { ...place, at: `${place.at}${place.at === '' ? '' : ' '}${key}` };
    const found = left.get(key)?.shift();
    if (found === undefined) tell(here, list.unsaid?.(item) ?? 'missing', item, undefined, judgements);
    else judgeNode(item, found, list.each, here, judgements);
  }
  for (const [key, items] of left) {
    const here = { ...place, at: `${place.at}${place.at === '' ? '' : ' '}${key}` };
    for (const item of items) tell(here, list.added ?? 'different', undefined, item, judgements);
  }
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function tell(
  { field, at }: Place,
  found: Found,
  v2: unknown,
  v3: unknown,
  judgements: Judgement[],
  live?: true,
): void {
  const judged = verdictOf(found);
  if (judged.verdict === 'equal') judgements.push({ field, ...judged });
  else
    judgements.push({
      field,
      ...judged,
      ...(at === '' ? {} : { at }),
      v2,
      v3,
      ...(live === undefined ? {} : { live }),
    });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
