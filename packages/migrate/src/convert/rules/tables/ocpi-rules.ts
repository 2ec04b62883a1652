import type { Rule } from '../effect.ts';

export const ocpiRules = {
  carried_as_extension: {
    effect: 'restated',
    meaning: 'OCPI has no field for it; it is carried in the custom property pantograph, which peers ignore.',
    advice: 'Nothing between systems that know the property; others do not see it.',
  },
  bays_merged: {
    effect: 'replaced',
    meaning:
      'v3 says of a location and of an EVSE what OCPI says of each parking bay: limits and directions that they share.',
    advice: 'Read bays from OCPI.',
  },
  providers_merged: {
    effect: 'replaced',
    meaning: 'v3 lists eMSPs of a location, OCPI those of each EVSE.',
    advice: 'Read providers by EVSE from OCPI.',
  },
  unpublished: {
    effect: 'doubtful',
    meaning: 'The location is not to be published; v3 and v2 have no word for that, and hold published places only.',
    advice: 'Leave such locations out before you show them.',
  },
  address_joined: {
    effect: 'replaced',
    meaning: 'OCPI has one line for street and house number; taking them apart again is a guess.',
    advice: 'Nothing, unless you need the house number alone.',
  },
  address_split: {
    effect: 'guessed',
    meaning:
      'OCPI has one line for street and house number; v3 has two fields, so the line was split where one reading stands out.',
    advice: 'Show the label, which is the line as it came.',
  },
} as const satisfies Record<string, Rule>;
