/** An OCPI Tariff of any version, as it came, to the record that is stored. */
import type { TariffRecord } from '@pantograph/model/location';
import type { Tariff } from '@pantograph/model/ocpi';
import { displayTexts } from './display-text.ts';
import { energyMix } from './energy-mix.ts';
import { closedValue, openValue } from './enumeration.ts';
import { tariffTypeValues, taxIncludedValues } from './enumerations.ts';
import { EXTENSION_FIELD, tariffExtension } from './extension.ts';
import { fieldSet, withKnownFields } from './fields.ts';
import type { Findings } from './findings.ts';
import { lastUpdatedIn } from './future.ts';
import { instant } from './instant.ts';
import type { JsonObject } from './json-object.ts';
import { shown } from './json-object.ts';
import { objectKey, storedParty } from './party.ts';
import { priceLimit } from './price-limit.ts';
import { readObject } from './read-object.ts';
import type { ReadContext, Reading } from './reading.ts';
import { tariffElements } from './tariff-elements.ts';
import { text } from './values.ts';

const fields = fieldSet(
  [
    'country_code',
    'party_id',
    'id',
    'currency',
    'type',
    'tariff_alt_text',
    'tariff_alt_url',
    'min_price',
    'max_price',
    'elements',
    'tax_included',
    'energy_mix',
    'start_date_time',
    'end_date_time',
    'last_updated',
    EXTENSION_FIELD,
  ],
  { tariff_id: 'id', tariff_type: 'type' },
);

/** Never throws for what is in `raw`. Quarantines a tariff whose price is not fully understood. */
export function readTariff(raw: unknown, context: ReadContext): Reading<TariffRecord> {
  return readObject(raw, 'tariff', (object, id, findings) => {
    const tariff = withKnownFields(object, fields, '', findings);
    return recordOf(tariff, id, context, findings);
  });
}

function recordOf(
  tariff: JsonObject,
  id: string,
  context: ReadContext,
  findings: Findings,
): Omit<TariffRecord, 'notices'> | undefined {
  const key = objectKey(tariff, id, context, findings);
  const currency = currencyOf(tariff, findings);
  const elements = tariffElements(tariff, findings);
  const minPrice = priceLimit(tariff, 'min_price', findings);
  const maxPrice = priceLimit(tariff, 'max_price', findings);
  if (currency === undefined || elements === undefined || minPrice === false || maxPrice === false) return undefined;
  const party = storedParty(key, { ofEvseId: undefined, country: undefined }, findings);
  const stored: Tariff = {
    country_code: party.countryCode,
    party_id: party.partyId,
    id,
    currency,
    type: openValue(tariffTypeValues, tariff, 'type', '', findings),
    tariff_alt_text: displayTexts(tariff, 'tariff_alt_text', '', findings),
    tariff_alt_url: text(tariff, 'tariff_alt_url', '', findings),
    min_price: minPrice,
    max_price: maxPrice,
    elements,
    tax_included: taxIncluded(tariff, findings),
    energy_mix: energyMix(tariff, findings),
    start_date_time: instant(tariff, 'start_date_time', '', findings),
    end_date_time: instant(tariff, 'end_date_time', '', findings),
    last_updated: lastUpdated(tariff, context, findings),
  };
  return { key, tariff: stored, extension: tariffExtension(tariff, findings) };
}

const signs = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
]);

function currencyOf(tariff: JsonObject, findings: Findings): string | undefined {
  const said = tariff['currency'];
  const sign = typeof said === 'string' ? said.trim() : '';
  const currency = signs.get(sign) ?? sign.toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) {
    findings.add('currency_unusable', '/currency', { found: shown(said) });
    return undefined;
  }
  if (currency !== said) findings.add('value_respelled', '/currency', { found: shown(said), value: currency });
  return currency;
}

/** Before 2.3.0 there is no such field, and prices are without tax. */
function taxIncluded(tariff: JsonObject, findings: Findings): Tariff['tax_included'] {
  const raw = tariff['tax_included'];
  const said = typeof raw === 'boolean' ? { tax_included: String(raw) } : tariff;
  const value = closedValue(taxIncludedValues, said, 'tax_included', '', findings);
  if (value !== undefined) return value;
  findings.add('tax_included_derived', '/tax_included', { value: 'NO' });
  return 'NO';
}

function lastUpdated(tariff: JsonObject, { receivedAt }: ReadContext, findings: Findings): string {
  const said = lastUpdatedIn(tariff, '', { receivedAt, findings });
  if (said !== undefined) return said;
  findings.add('last_updated_filled', '/last_updated', { value: receivedAt, from: 'the time of receipt' });
  return receivedAt;
}
