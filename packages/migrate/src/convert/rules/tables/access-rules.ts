import type { Rule } from '../effect.ts';

export const accessRules = {
  restriction_reason_made: {
    effect: 'guessed',
    meaning: 'v2 says that access is restricted, not how; the restriction reads other.',
    advice: 'Read restrictions from v3.',
  },
  restriction_reason_dropped: {
    effect: 'replaced',
    meaning: 'v2 says that access is restricted, not how or for whom.',
    advice: 'Read restrictions from v3.',
  },
  access_said_by_absence: {
    effect: 'restated',
    meaning: 'v3 says that a place is public by naming no restriction.',
    advice: 'Nothing.',
  },
  payment_dropped: {
    effect: 'dropped',
    meaning: 'The other side has no word for this way to pay, or cannot say that it is refused.',
    advice: 'Read ways to pay from v3.',
  },
  payment_type_respelled: {
    effect: 'repaired',
    meaning: 'The type is an older spelling.',
    advice: 'Nothing.',
  },
  payments_of_station: {
    effect: 'guessed',
    meaning: 'v2 says it of the station; it was taken to hold for each EVSE.',
    advice: 'Read ways to pay from v3.',
  },
} as const satisfies Record<string, Rule>;
