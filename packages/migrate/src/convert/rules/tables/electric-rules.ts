import type { Rule } from '../effect.ts';

export const electricRules = {
  voltage_from_power: {
    effect: 'guessed',
    meaning: 'v2 gives a range of volts; power and amperes give the figure within it.',
    advice: 'Nothing, unless you bill by it.',
  },
  voltage_range_ambiguous: {
    effect: 'ambiguous',
    meaning: 'v2 gives a range of volts and nothing says which; maxVoltage was left out.',
    advice: 'Read it from v3.',
  },
  highest_of_range: {
    effect: 'guessed',
    meaning: 'v2 gives a range of amperes; its highest is what the connector can do at most.',
    advice: 'Read it from v3.',
  },
  electrics_from_capacity: {
    effect: 'guessed',
    meaning: 'Amperes or phases were read out of the phrase chargeCapacity.',
    advice: 'Read them from v3.',
  },
  two_phases_ambiguous: {
    effect: 'ambiguous',
    meaning: 'Two phases are AC_2_PHASE or AC_2_PHASE_SPLIT in v3; the first was taken.',
    advice: 'In North America it is likely split phase.',
  },
  direct_current_by_mode: {
    effect: 'guessed',
    meaning: 'Charge mode 4 is fast charging with direct current, so the power type is DC.',
    advice: 'Nothing.',
  },
  text_regenerated: {
    effect: 'restated',
    meaning: 'v2 says in a phrase what it also says in figures; the phrase is made anew and may be worded differently.',
    advice: 'Read the figures, never the phrase.',
  },
} as const satisfies Record<string, Rule>;
