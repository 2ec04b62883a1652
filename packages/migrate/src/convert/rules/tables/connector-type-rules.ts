import type { Rule } from '../effect.ts';

export const connectorTypeRules = {
  connector_36_ambiguous: {
    effect: 'ambiguous',
    meaning:
      'Id 36 stands for three sockets, of 16, 32 and 64 A, and neither amperes nor power say which; the smallest was taken.',
    advice: 'Look at the site, or at v3, and correct the standard.',
  },
  connector_36_by_power: {
    effect: 'guessed',
    meaning: 'Id 36 stands for three sockets; which one follows from the power, for want of amperes.',
    advice: 'Check where the charger is limited below what its socket carries.',
  },
  connector_36_merged: {
    effect: 'replaced',
    meaning: 'v2 has one id, 36, for the three sizes of IEC 60309-2 three-phase sockets.',
    advice: 'Keep the v3 value beside it if you need the size.',
  },
  connector_43_outside_north_america: {
    effect: 'doubtful',
    meaning:
      'Id 43 means NACS (SAE J3400) now. Older data has it for any Tesla connector, and NACS is rare outside North America.',
    advice: 'In Europe it is likely TESLA_S (id 68) or IEC_62196_T2; look the location up in v3.',
  },
  connector_by_successor: {
    effect: 'guessed',
    meaning: 'The id is deprecated and has no standard in v3; that of the id which took its place was used.',
    advice: 'Look the location up in v3.',
  },
  connector_successor_ambiguous: {
    effect: 'ambiguous',
    meaning: 'The id is deprecated and several others took its place; the first of them was used.',
    advice: 'Look the location up in v3.',
  },
  connector_retired: {
    effect: 'dropped',
    meaning:
      'The id is not used or deprecated without a successor; v3 has no standard for it, and UNRECOGNIZED stands in its place.',
    advice: 'Look the location up in v3.',
  },
  connector_type_unknown: {
    effect: 'dropped',
    meaning: 'Neither id nor name is one of v2; UNRECOGNIZED stands in its place.',
    advice: 'Check the spelling against docs/vocabularies.md.',
  },
  connector_id_unknown: {
    effect: 'dropped',
    meaning: 'The id is none of v2; the name decided.',
    advice: 'Check the id against docs/vocabularies.md.',
  },
  connector_name_contradicts: {
    effect: 'doubtful',
    meaning: 'Id and name belong to different types; the id decided.',
    advice: 'Find out which of them your data is kept by.',
  },
  connector_name_respelled: {
    effect: 'restated',
    meaning: 'The name is another spelling of what v2 calls this id, and comes back as the guide spells it.',
    advice: 'Nothing; never compare by name.',
  },
  connector_left_out: {
    effect: 'dropped',
    meaning:
      'This version of OCPI has no such plug, and no connector can be without one, so that the connector is left out.',
    advice: 'Use OCPI 2.3.0, which knows every plug.',
  },
  connector_without_id: {
    effect: 'dropped',
    meaning: 'v2 has no id for the standard; 1, UNRECOGNIZED, stands in its place.',
    advice: 'Read such connectors from v3.',
  },
} as const satisfies Record<string, Rule>;
