import type { Rule } from '../effect.ts';

export const hoursRules = {
  hours_differ: {
    effect: 'dropped',
    meaning:
      'v2 says hours of each connector; these differ from those of the first one, which became the hours of the place.',
    advice: 'Check the hours of the site.',
  },
  hours_incomplete: {
    effect: 'dropped',
    meaning: 'The hours do not come back the same from the other side: overlapping, empty or contradicting entries.',
    advice: 'Check the hours of the site.',
  },
  hours_exceptions: {
    effect: 'dropped',
    meaning: 'The target has no form for days that differ from the week.',
    advice: 'Read exceptions from the source.',
  },
} as const satisfies Record<string, Rule>;
