/** Which pattern of a rule a fact matches, and where. */
import type { Fact } from '../facts/fact.ts';
import type { Confidence, Evidence, Pattern, Rule } from '../rules/rule.ts';
import { namesInString, spellingsOf } from './names.ts';

export interface Match {
  readonly rule: Rule;
  readonly text: string;
  readonly becomes: string;
  /** Offset in the file. */
  readonly start: number;
  readonly confidence: Confidence;
  readonly needs: Evidence;
  readonly proves: boolean;
}

interface Spot {
  readonly text: string;
  readonly becomes: string;
  readonly start: number;
}

const SURROUNDINGS = 48;

/**
 * The matches that could count, for each degree of evidence the first: which of them does is decided when all files are
 * known.
 */
export function matchesOf(rule: Rule, fact: Fact, source: string): Match[] {
  const found = new Map<Evidence, Match>();
  for (const pattern of rule.patterns) {
    if (found.has(pattern.needs)) continue;
    const spot = spotOf(pattern, fact, source);
    if (spot === undefined) continue;
    const { needs, confidence, proves = false } = pattern;
    found.set(needs, { rule, ...spot, confidence, needs, proves });
  }
  return [...found.values()];
}

/** Asked of every fact of a file, before anything else is worked out about it. */
export function concernsAny(patterns: readonly Pattern[], kind: Fact['kind'], text: string): boolean {
  return patterns.some((pattern) => {
    if (pattern.on === 'name') return kind !== 'number' && nameSpot(pattern, kind, text) !== undefined;
    return (pattern.on === 'value' ? kind !== 'name' : kind === pattern.on) && valueSpot(pattern, text) !== undefined;
  });
}

function spotOf(pattern: Pattern, fact: Fact, source: string): Spot | undefined {
  const { kind, text, role } = fact;
  let found: (Omit<Spot, 'start'> & { offset: number }) | undefined;
  if (pattern.on === 'name') {
    if (kind === 'number') return undefined;
    if (kind === 'name' && !(pattern.roles ?? ['access', 'key']).includes(role)) return undefined;
    found = nameSpot(pattern, kind, text);
  } else if (pattern.on === 'value' ? kind !== 'name' : kind === pattern.on) {
    found = valueSpot(pattern, text);
  }
  if (found === undefined) return undefined;
  const start = fact.start + found.offset;
  const end = start + found.text.length;
  if (pattern.before?.test(source.slice(Math.max(0, start - SURROUNDINGS), start)) === false) return undefined;
  if (pattern.after?.test(source.slice(end, end + SURROUNDINGS)) === false) return undefined;
  if (pattern.alongside?.test(source) === false) return undefined;
  if (pattern.notAlongside?.test(source) === true) return undefined;
  if (pattern.context?.test(fact.context()) === false) return undefined;
  return { text: found.text, becomes: found.becomes, start };
}

function nameSpot(pattern: Pattern, kind: Fact['kind'], text: string) {
  const names = kind === 'name' ? [{ name: text, offset: 0 }] : namesInString(text);
  for (const { name, offset } of names) {
    if (pattern.text?.test(name) === false) continue;
    const becomes = spellingsOf(name)
      .map((spelling) => pattern.values?.get(spelling))
      .find((each) => each !== undefined);
    if (becomes !== undefined) return { text: name, becomes, offset };
  }
  return undefined;
}

function valueSpot({ values, text: wanted, list, becomes = '' }: Pattern, text: string) {
  const match = wanted?.exec(text);
  if (wanted !== undefined && match == null) return undefined;
  const found = { text: match?.[0] ?? text, offset: match?.index ?? 0 };
  if (values === undefined) return { ...found, becomes };
  const items = list === true ? found.text.split(/,|%2C/i).map((each) => each.trim()) : [found.text];
  const known = items.map((each) => values.get(each));
  return known.includes(undefined) ? undefined : { ...found, becomes: known.join(', ') };
}
