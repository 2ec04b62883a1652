/** What the OCPI reader's notices and the presenters' mean for a conversion. Meaning and advice stand in their own catalogues. */
import type { ConversionCode, NoticeCode, NoticeEntry, Severity } from '@pantograph/model/notice';
import { conversionCatalogue, noticeCatalogue } from '@pantograph/model/notice';
import type { Effect, Rule } from './effect.ts';

export type CatalogueCode = NoticeCode | ConversionCode;

const bySeverity: Readonly<Record<Severity, Effect>> = {
  error: 'refused',
  repair: 'repaired',
  warning: 'doubtful',
  info: 'repaired',
};

/** Where the severity, which speaks of data quality, does not say what becomes of the information. */
const exceptions: Partial<Readonly<Record<CatalogueCode, Effect>>> = {
  unknown_field: 'dropped',
  value_unusable: 'dropped',
  coordinates_dropped: 'dropped',
  extension_unusable: 'dropped',
  connector_status_ignored: 'dropped',
  electric_implausible: 'dropped',
  evse_merged: 'dropped',
  connector_merged: 'dropped',

  required_missing: 'defaulted',
  publish_assumed: 'defaulted',
  evse_uid_filled: 'defaulted',
  connector_id_filled: 'defaulted',
  status_missing: 'defaulted',
  standard_missing: 'defaulted',
  last_updated_filled: 'defaulted',
  country_code_filled: 'defaulted',
  country_code_unknown: 'defaulted',
  party_id_filled: 'defaulted',
  party_id_unknown: 'defaulted',
  step_size_filled: 'defaulted',

  coordinates_swapped: 'guessed',
  coordinates_from_evse: 'guessed',
  country_from_position: 'guessed',
  time_zone_from_position: 'guessed',
  power_type_from_standard: 'guessed',
  power_type_contradicts: 'guessed',
  power_in_kilowatts: 'guessed',
  power_in_voltage: 'guessed',
  power_derived: 'guessed',
  volts_amperes_swapped: 'guessed',
  status_unrecognised: 'guessed',
  connector_status_used: 'guessed',
  tax_included_derived: 'guessed',

  evse_renamed: 'replaced',
  connector_renamed: 'replaced',
  date_without_zone: 'guessed',

  field_dropped: 'dropped',
  value_dropped: 'dropped',
  value_replaced: 'replaced',
  default_filled: 'defaulted',
};

const catalogue: Readonly<Record<CatalogueCode, NoticeEntry>> = { ...noticeCatalogue, ...conversionCatalogue };

export function isCatalogueCode(code: string): code is CatalogueCode {
  return Object.hasOwn(catalogue, code);
}

export function ruleOfNotice(code: CatalogueCode): Rule {
  const { severity, message, advice } = catalogue[code];
  return { effect: exceptions[code] ?? bySeverity[severity], meaning: meanings[code] ?? message, advice };
}

/** Where many steps share a code, no one message has parameters for all of them. */
const meanings: Partial<Readonly<Record<CatalogueCode, string>>> = {
  field_dropped: 'The target has no place for the field.',
  value_dropped: 'The target does not know the value, and it was left out.',
  value_replaced: 'The target does not know the value; another one stands for it.',
  default_filled: 'The target requires the field, nobody said it, and a likely value was filled in.',
  unknown_field: 'The field is not known and was left out.',
  value_retyped: 'The value is of another type than it should be, and clear all the same.',
  value_unusable: 'The value cannot be used there and was left out.',
  required_missing: 'What is required is missing.',
};

/** The catalogue's sentence about one finding. */
export function sentenceOf(code: CatalogueCode, parameters: Readonly<Record<string, string | number>>): string {
  return catalogue[code].message.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    String(parameters[name] ?? placeholder),
  );
}
