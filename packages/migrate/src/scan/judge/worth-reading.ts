/** Which files deserve a closer look: most have none of the words that any finding must have. */
import { rules } from '../rules/catalogue.ts';
import type { Evidence } from '../rules/rule.ts';

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

function anyWordOf(needs: Evidence): RegExp {
  const patterns = rules.flatMap((rule) => rule.patterns).filter((pattern) => pattern.needs === needs);
  const words = new Set(patterns.flatMap((pattern) => pattern.words ?? []));
  // What another word is part of decides already.
  const shortest = [...words].filter((word) => ![...words].some((other) => other !== word && word.includes(other)));
  return new RegExp(shortest.map(escaped).join('|'), 'i');
}

/** Any of these can be a finding by itself. */
export const firstWords = anyWordOf('none');
/** Any of these can be a finding where another file proves a v2 client. */
export const furtherWords = anyWordOf('project');
