/** OCPI 2.3.0 mod_tariffs, PriceLimit; Price of 2.2 and 2.2.1; a bare number is before taxes, as prices were. */
import type { Tariff } from '@pantograph/model/ocpi';
import { fieldSet, withKnownFields } from './fields.ts';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, isNothing, shown } from './json-object.ts';
import { number } from './values.ts';

const fields = fieldSet(['before_taxes', 'after_taxes', 'excl_vat', 'incl_vat']);

type PriceLimit = NonNullable<Tariff['min_price']>;

/** `false` where it cannot be understood: without the limit the tariff would be another one. */
export function priceLimit(tariff: JsonObject, key: string, findings: Findings): PriceLimit | undefined | false {
  const raw = tariff[key];
  if (isNothing(raw)) return undefined;
  const at = `/${key}`;
  if (!isJsonObject(raw)) {
    const before = number(tariff, key, '', findings);
    if (before === undefined) return unusableLimit(raw, at, findings);
    findings.add('value_retyped', at, { found: shown(raw), value: `${before} before taxes` });
    return { before_taxes: before };
  }
  const object = withKnownFields(raw, fields, at, findings);
  if (Object.values(object).every(isNothing)) return undefined;
  const before = number(object, 'before_taxes', at, findings) ?? number(object, 'excl_vat', at, findings);
  const after = number(object, 'after_taxes', at, findings) ?? number(object, 'incl_vat', at, findings);
  return before === undefined ? unusableLimit(raw, at, findings) : { before_taxes: before, after_taxes: after };
}

function unusableLimit(raw: unknown, at: string, findings: Findings): false {
  findings.add('price_unusable', at, { found: shown(raw) });
  return false;
}
