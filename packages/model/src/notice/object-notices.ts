/** Findings that any object or value can give rise to. */
import type { NoticeEntry } from './notice-entry.ts';

export const objectNotices = {
  not_an_object: {
    severity: 'error',
    message: 'Expected a JSON object, found {found}.',
    advice: 'Send one object per location or tariff.',
  },
  wrong_object: {
    severity: 'error',
    message: 'Expected a {expected}, found what looks like a {found}.',
    advice: 'Import locations and tariffs from their own files.',
  },
  missing_id: {
    severity: 'error',
    message: 'The object has no id.',
    advice: 'Every location and tariff needs an id that never changes.',
  },
  more_of_the_same: {
    severity: 'info',
    message: '{count} more notices with the code {code} were left out.',
    advice: 'See the first ones; the rest are alike.',
  },
  key_respelled: {
    severity: 'repair',
    message: 'The field {found} was read as {field}.',
    advice: 'Spell field names as OCPI does: lower case with underscores.',
  },
  older_field: {
    severity: 'repair',
    message: 'The field {found} of OCPI 2.1.1 was read as {field}.',
    advice: 'Send the fields of the OCPI version that the feed says it is.',
  },
  unknown_field: {
    severity: 'info',
    message: 'The field {field} is not known and was left out.',
    advice: 'Nothing to do; OCPI allows further fields.',
  },
  value_retyped: {
    severity: 'repair',
    message: '{found} was read as {value}.',
    advice: 'Send numbers and booleans as JSON numbers and booleans, texts as JSON strings.',
  },
  value_respelled: {
    severity: 'repair',
    message: '{found} was read as {value}.',
    advice: 'Spell values exactly as OCPI does.',
  },
  value_unknown: {
    severity: 'warning',
    message: '{found} is not a value of this enumeration; it was kept.',
    advice: 'Check the spelling; filters and older versions of OCPI do not know the value.',
  },
  value_unusable: {
    severity: 'repair',
    message: '{found} cannot be used here and was left out.',
    advice: 'Send a value of the type and range that OCPI gives the field.',
  },
  list_expected: {
    severity: 'repair',
    message: 'A single value was read as a list of one.',
    advice: 'Send a JSON array.',
  },
  text_trimmed: {
    severity: 'repair',
    message: 'White space or control characters around or in {found} were removed.',
    advice: 'Trim texts before sending them.',
  },
  html_removed: {
    severity: 'repair',
    message: 'HTML was removed; what is left is {value}.',
    advice: 'Send plain text.',
  },
  required_missing: {
    severity: 'warning',
    message: '{field} is missing; OCPI requires it.',
    advice: 'Send the field.',
  },
  date_without_zone: {
    severity: 'info',
    message: '{found} names no time zone and was read as UTC.',
    advice: 'End instants with Z.',
  },
  date_respelled: {
    severity: 'repair',
    message: 'The instant {found} was read as {value}.',
    advice: 'Send instants in UTC, like 2025-01-31T12:00:00Z.',
  },
  date_in_future: {
    severity: 'repair',
    message: '{found} was still to come; the time of receipt, {value}, was taken for it.',
    advice: 'Set the clock of the source, and send instants in UTC.',
  },
  last_updated_filled: {
    severity: 'repair',
    message: 'last_updated is missing; {value} was taken from {from}.',
    advice: 'Send last_updated with every object.',
  },
  country_code_filled: {
    severity: 'repair',
    message: 'country_code is missing; {value} was put in its place (source: {from}).',
    advice: "Send the operator's country_code with every object.",
  },
  country_code_unknown: {
    severity: 'warning',
    message: 'country_code is missing, and nothing else tells it; {value} was put in its place.',
    advice:
      "Send the operator's country_code with every object, or name it under country of the source in sources.yaml.",
  },
  party_id_filled: {
    severity: 'repair',
    message: 'party_id is missing; {value} was put in its place (source: {from}).',
    advice: "Send the operator's party_id with every object.",
  },
  party_id_unknown: {
    severity: 'warning',
    message: 'party_id is missing, and nothing else tells it; {value} was put in its place.',
    advice: "Send the operator's party_id with every object, or name it under party of the source in sources.yaml.",
  },
  extension_unusable: {
    severity: 'repair',
    message: 'The custom property pantograph holds something unusable, which was left out: {problem}.',
    advice: 'See the schema of the extension in the documentation.',
  },
} as const satisfies Record<string, NoticeEntry>;
