import type { Rule } from '../effect.ts';

export const priceRules = {
  vat_unknown: {
    effect: 'doubtful',
    meaning: 'v2 states what is paid, v3 prices without VAT. Nothing says the rate, so the price was kept as it is.',
    advice: 'Read tariffs from v3 before you show prices.',
  },
  price_without_currency: {
    effect: 'dropped',
    meaning: 'The price names no currency, which v3 needs.',
    advice: 'Read tariffs from v3.',
  },
  price_model_unknown: {
    effect: 'dropped',
    meaning: 'v3 has no dimension for this kind of price, or the entry has no price.',
    advice: 'Read tariffs from v3.',
  },
  transaction_fee_as_flat: {
    effect: 'guessed',
    meaning: 'A transaction fee is paid once a session, so it became a flat price.',
    advice: 'Read tariffs from v3.',
  },
  price_reworded: {
    effect: 'dropped',
    meaning: 'Part of the price entry does not come back: its unit, description, period or rounding.',
    advice: 'Read tariffs from v3.',
  },
  step_of_one: {
    effect: 'restated',
    meaning: 'A step of 1 is what a price has that says none.',
    advice: 'Nothing.',
  },
  tariff_not_ad_hoc: {
    effect: 'dropped',
    meaning: 'v2 has prices paid on the spot only; tariffs of eMSPs and under contract have no place.',
    advice: 'Read tariffs from v3.',
  },
  tariff_conditions: {
    effect: 'dropped',
    meaning:
      'v2 can condition a price by time of day and weekday only; prices under other conditions are left out, and the others say so.',
    advice: 'Read tariffs from v3.',
  },
  tariff_merged: {
    effect: 'replaced',
    meaning: 'Prices of one group stand in one list in v2; which tariff or connector each belongs to cannot be told.',
    advice: 'Read tariffs from v3.',
  },
  tariff_partner: {
    effect: 'dropped',
    meaning: "A price in v2 is the brand's; name and partner of a tariff have no place.",
    advice: 'Read tariffs from v3.',
  },
  tariff_not_given: {
    effect: 'dropped',
    meaning: 'The tariff that the connector refers to is not there.',
    advice: 'Give the tariffs with --tariffs.',
  },
  tariff_not_now: {
    effect: 'dropped',
    meaning: 'The tariff is not yet or no longer in force; v3 states those that hold.',
    advice: 'Convert again when it holds.',
  },
  tariff_inexpressible: {
    effect: 'dropped',
    meaning: 'The target cannot state the price rightly, so the tariff is left out: an unknown price misleads nobody.',
    advice: 'Read the tariff from its source.',
  },
  tariff_id_made: {
    effect: 'defaulted',
    meaning: 'v3 tariffs have no id; one was derived from the content.',
    advice: 'Nothing, unless you join with tariffs from elsewhere.',
  },
  tariffs_not_written: {
    effect: 'dropped',
    meaning: 'OCPI keeps tariffs apart from locations, and no place was named for them.',
    advice: 'Name a file with --tariffs-out.',
  },
} as const satisfies Record<string, Rule>;
