/** Findings about tariffs. A tariff is exact or not at all: a price left out would read as free. */
import type { NoticeEntry } from './notice-entry.ts';

export const tariffNotices = {
  currency_unusable: {
    severity: 'error',
    message: 'The currency {found} is no ISO 4217 code.',
    advice: 'Send a code of three letters, like EUR.',
  },
  price_missing: {
    severity: 'error',
    message: 'The tariff has no price.',
    advice: 'Send at least one element with one price component; a free tariff has the price 0.',
  },
  price_unusable: {
    severity: 'error',
    message: '{found} is not a price component that can be understood.',
    advice: 'Send type, price and step_size as OCPI has them.',
  },
  restriction_unusable: {
    severity: 'error',
    message: '{found} cannot be understood; without it the price would hold where it should not.',
    advice: 'Send the restrictions as OCPI has them.',
  },
  restriction_unknown: {
    severity: 'warning',
    message: 'The restriction {field} is not known; the price is taken to hold without it.',
    advice: 'Use the restrictions of OCPI.',
  },
  price_negative: {
    severity: 'warning',
    message: 'The price {found} is negative.',
    advice: 'Check the price.',
  },
  step_size_filled: {
    severity: 'repair',
    message: 'step_size is {found}; it was taken to be 1.',
    advice: 'Send step_size in Wh or seconds.',
  },
  tax_included_derived: {
    severity: 'info',
    message: 'tax_included is missing; prices of OCPI before 2.3.0 are without tax, hence {value}.',
    advice: 'Send tax_included.',
  },
} as const satisfies Record<string, NoticeEntry>;
