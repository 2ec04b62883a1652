/** Why a session has no price here. Unknown is never free. */
export const unknownPrices = {
  no_tariff: 'The connector refers to no tariff.',
  tariff_missing: 'The connector refers to a tariff that its source has not sent, or has of several parties.',
  no_tariff_of_kind: 'The connector has tariffs, but none of those asked for.',
  not_valid_then: 'The tariffs asked for do not hold when the session starts.',
  restriction_unknown: 'The tariff has a restriction that is not understood, so nobody can tell when its prices hold.',
  power_unknown:
    'The power of the connector is not known, and with it how long the energy takes. Send power or duration.',
  power_beyond_connector: 'The energy cannot be charged in that time at this connector.',
  session_too_long: 'The session would take more than a week.',
  time_zone_unknown: 'The tariff depends on the time of day, and the time zone of the place is not known.',
  voltage_unknown: 'The tariff depends on the current, and the voltage of the connector is not known.',
  nothing_priced: 'No price of the tariff holds during this session. That is not taken for free of charge.',
  tax_unknown: 'The lowest or highest price is stated without tax and the others with a tax of an unknown rate.',
} as const;

export type UnknownPrice = keyof typeof unknownPrices;

export const unknownPriceCodes = Object.keys(unknownPrices) as [UnknownPrice, ...UnknownPrice[]];
