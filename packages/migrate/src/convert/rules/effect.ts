/** What a rule does to the information it speaks of. */
export const effects = {
  dropped: 'the target has no place for it',
  replaced: 'something else stands for it, which says less or not quite the same',
  defaulted: 'the target needs it, nobody said it, and a neutral value was filled in',
  guessed: 'it follows from something else that was said, most likely but not surely',
  ambiguous: 'it can mean several things, and one had to be chosen',
  doubtful: 'it was kept as it stands, and is probably wrong',
  refused: 'a whole object or document could not be converted',
  repaired: 'it was spelt wrongly and is clear all the same',
  restated: 'the target says the same in other words, or by saying nothing',
} as const;
export type Effect = keyof typeof effects;

/** Nothing is lost by these. */
const harmless: ReadonlySet<Effect> = new Set(['repaired', 'restated']);

export function isLoss(effect: Effect): boolean {
  return !harmless.has(effect);
}

/** A rule as the table has it. */
export interface Rule {
  readonly effect: Effect;
  /** One sentence. */
  readonly meaning: string;
  /** What the one who converts can do about it. */
  readonly advice: string;
}
