/** Why a field of v2 and what v3 and Search say of it may differ, or be alike in other words. Codes do not change. */

interface Rule {
  /**
   * `mapped`: the same said in another way. `lossy`: less, as the two APIs differ by design. Whatever no rule explains is
   * `different` or `missing`.
   */
  readonly effect: 'mapped' | 'lossy';
  /** One sentence. */
  readonly meaning: string;
  /** What the one who moves a client does about it. */
  readonly advice: string;
}

export const rules = {
  connector_type_of_standard: {
    effect: 'mapped',
    meaning: "v3 names connector types by standard; number and name follow from the guide's table.",
    advice: 'Replace numbers by standards; docs/vocabularies.md has the table, and pantograph fix knows it.',
  },
  kilowatts_of_watts: {
    effect: 'mapped',
    meaning: 'v3 says power in watts, v2 in kilowatts.',
    advice: 'Divide by 1000 where kilowatts are shown.',
  },
  state_of_status: {
    effect: 'mapped',
    meaning: "v3 has a status for each EVSE with other words; the state follows from the guide's table.",
    advice: 'Compare with the statuses of v3; several of them are one state of v2.',
  },
  counts_of_evses: {
    effect: 'mapped',
    meaning: 'v3 lists EVSEs with their statuses; the numbers of v2 are counted from them.',
    advice: 'Count EVSEs, or take connectorGroups with their numbers.',
  },
  brand_of_suboperator: {
    effect: 'mapped',
    meaning: 'The brand of v2 is the suboperator of v3, or the operator where there is none.',
    advice: 'Show name, or suboperator and then operator.',
  },
  supplier_of_operator: {
    effect: 'mapped',
    meaning: 'The supplier of a connector in v2 is the operator of the location in v3.',
    advice: 'Take operator of the location.',
  },
  ranges_of_electrics: {
    effect: 'mapped',
    meaning: 'v3 has voltage, current and phases of each connector; the ranges and texts of v2 follow from them.',
    advice: 'Take maxVoltage, maxCurrent and powerType.',
  },
  week_of_hours: {
    effect: 'mapped',
    meaning: 'v3 lists the hours of each weekday of the location; day masks of v2 sum them up.',
    advice: 'Take openingHours of the location.',
  },
  payments_of_evses: {
    effect: 'mapped',
    meaning: 'v3 lists the ways to pay at each EVSE; the payment methods of v2 sum them up.',
    advice: 'Take paymentSupports of the EVSEs.',
  },
  prices_of_tariff: {
    effect: 'mapped',
    meaning: 'v3 lists whole tariffs; the prices of v2 are those of the ad hoc tariff.',
    advice: 'Ask for fields=tariffs, and follow tariffIndexes.',
  },
  access_of_restrictions: {
    effect: 'mapped',
    meaning: 'v3 lists reasons for restricted access; the words of v2 follow from them.',
    advice: 'Take restrictions of the location.',
  },
  roaming_of_providers: {
    effect: 'mapped',
    meaning: 'The roaming partners of v2 are the eMobilityServiceProviders of v3.',
    advice: 'Ask for fields=emsps.',
  },
  instant_respelled: {
    effect: 'mapped',
    meaning: 'The same instant, written with another offset or precision.',
    advice: 'Compare instants, not texts.',
  },
  older_state_word: {
    effect: 'mapped',
    meaning: 'UNKNOWN is the older word of v2 for OTHER.',
    advice: 'Treat both alike.',
  },
  distance_rounded: {
    effect: 'mapped',
    meaning: 'Distances are worked out on slightly different models of the earth: they agree within 0.5 % or 2 m.',
    advice: 'Do not compare distances exactly.',
  },
  order_of_equals: {
    effect: 'mapped',
    meaning: 'Stations equally far away, within that precision, come in another order.',
    advice: 'Do not rely on the order of stations at one distance.',
  },
  phone_respelled: {
    effect: 'mapped',
    meaning: 'v3 has phone numbers in international form (E.164).',
    advice: 'Compare digits.',
  },
  text_rewritten: {
    effect: 'mapped',
    meaning: 'The same, with other blanks, capitals or punctuation.',
    advice: 'Do not compare such texts.',
  },
  error_reworded: {
    effect: 'mapped',
    meaning: 'Both refuse the request with the same status, in other words.',
    advice: 'Look at the status, and at code in v3.',
  },
  said_additionally: {
    effect: 'mapped',
    meaning: 'v3 or Search say something that v2 does not.',
    advice: 'Nothing to do.',
  },
  no_place_in_v3: {
    effect: 'lossy',
    meaning: 'v3 has no such field.',
    advice: 'Do without it; the guide names no substitute.',
  },
  station_id_not_kept: {
    effect: 'lossy',
    meaning: 'Station ids of v2 were never stable and are not in v3; poolId is, and is the id of the location.',
    advice: 'Store poolId.',
  },
  ema_ids_not_listed: {
    effect: 'lossy',
    meaning: 'The published countryMetadata of v3 has no eMobility account ids; that of a Pantograph has them.',
    advice: 'Ask a Pantograph with fields=eMobilityServiceProviders, or keep a list of your own.',
  },
  dialect_without_planned: {
    effect: 'lossy',
    meaning:
      'The published dialect of v3 knows neither PLANNED nor REMOVED: OFFLINE reads OUT_OF_SERVICE, or is left out.',
    advice: 'Ask a Pantograph with enums=ocpi.',
  },
  phone_not_international: {
    effect: 'lossy',
    meaning: 'A phone number that cannot be written in international form is left out of v3.',
    advice: 'Tell the operator; nothing else can be done.',
  },
  allowed: {
    effect: 'lossy',
    meaning: 'A difference in a field that was named with --allow.',
    advice: 'Nothing to do, as you decided.',
  },
} as const satisfies Record<string, Rule>;
export type RuleCode = keyof typeof rules;

export function effectOf(code: RuleCode): 'mapped' | 'lossy' {
  return rules[code].effect;
}
