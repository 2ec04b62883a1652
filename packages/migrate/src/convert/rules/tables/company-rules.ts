import type { Rule } from '../effect.ts';

export const companyRules = {
  brand_as_operator: {
    effect: 'guessed',
    meaning:
      'v2 has one brand: the sub-operator, else the operator. It became the operator (guide, operator and suboperator).',
    advice: 'Read both from v3.',
  },
  operator_by_other_name: {
    effect: 'guessed',
    meaning: 'There is no brand; the supplier, else the name of the station, became the operator.',
    advice: 'Read the operator from v3.',
  },
  one_brand: {
    effect: 'dropped',
    meaning: 'v2 has one brand, that of the sub-operator where there is one; the rest of either company has no place.',
    advice: 'Read companies from v3.',
  },
  suboperator_as_brand: {
    effect: 'replaced',
    meaning: 'v2 has one brand and does not say that it is a sub-operator; it comes back as the operator.',
    advice: 'Read companies from v3.',
  },
  partner_id_made: {
    effect: 'defaulted',
    meaning: 'v2 has no partner id of operators; one was derived from the name.',
    advice: 'Take partner ids from v3 countryMetadata; ours match no API of another vendor.',
  },
  phone_respelled: {
    effect: 'repaired',
    meaning: 'v3 wants telephone numbers as E.164; blanks and marks were removed.',
    advice: 'Nothing.',
  },
  phone_not_international: {
    effect: 'dropped',
    meaning: 'The telephone number does not begin with a country, or is one too many; v3 has one number, as E.164.',
    advice: 'Have the operator write it with its country.',
  },
  contact_dropped: {
    effect: 'dropped',
    meaning: 'v3 has one telephone number and one website of the operator.',
    advice: 'Keep further contacts beside v3.',
  },
  default_name: {
    effect: 'restated',
    meaning: 'The name is the default text for places whose operator is unknown; OCPI says it by saying nothing.',
    advice: 'Nothing.',
  },
  name_of_brand: {
    effect: 'replaced',
    meaning: 'v3 names a location by its brand; the name that its source gives it has no place.',
    advice: 'Choose a naming scheme of your own, as the guide recommends.',
  },

  distance_dropped: {
    effect: 'dropped',
    meaning: 'The distance is from the point or route that was asked about; it is nothing of the place.',
    advice: 'Take distances from discovery, which answers them.',
  },
} as const satisfies Record<string, Rule>;
