/**
 * OCPI mod_tariffs, TariffElement and PriceComponent. A price is exact or not at all: where a component cannot be
 * understood, leaving it out would make the tariff cheaper than it is, so the tariff as a whole is unusable.
 */
import type { PriceComponent, TariffElement } from '@pantograph/model/ocpi';
import { closedValue } from './enumeration.ts';
import { dimensionValues } from './enumerations.ts';
import { fieldSet, withKnownFields } from './fields.ts';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, isNothing, shown } from './json-object.ts';
import { list } from './lists.ts';
import { tariffRestrictions } from './tariff-restrictions.ts';
import { integer, number } from './values.ts';

const elementFields = fieldSet(['price_components', 'restrictions']);
const componentFields = fieldSet(['type', 'price', 'vat', 'step_size']);

/** `undefined` where there is no price or one cannot be understood; the findings say which. */
export function tariffElements(tariff: JsonObject, findings: Findings): TariffElement[] | undefined {
  const elements: TariffElement[] = [];
  for (const [index, raw] of list(tariff, 'elements', '', findings).entries()) {
    const element = tariffElement(raw, `/elements/${index}`, findings);
    if (element === undefined) return undefined;
    elements.push(element);
  }
  if (elements.length > 0) return elements;
  findings.add('price_missing', '/elements');
  return undefined;
}

function tariffElement(raw: unknown, at: string, findings: Findings): TariffElement | undefined {
  if (!isJsonObject(raw)) return unusablePrice(raw, at, findings);
  const object = withKnownFields(raw, elementFields, at, findings);
  const components: PriceComponent[] = [];
  for (const [index, entry] of list(object, 'price_components', at, findings).entries()) {
    const component = priceComponent(entry, `${at}/price_components/${index}`, findings);
    if (component === undefined) return undefined;
    components.push(component);
  }
  if (components.length === 0) return unusablePrice(raw, at, findings);
  const restrictions = tariffRestrictions(object['restrictions'], `${at}/restrictions`, findings);
  return restrictions === false ? undefined : { price_components: components, restrictions };
}

function priceComponent(raw: unknown, at: string, findings: Findings): PriceComponent | undefined {
  if (!isJsonObject(raw)) return unusablePrice(raw, at, findings);
  const object = withKnownFields(raw, componentFields, at, findings);
  const type = closedValue(dimensionValues, object, 'type', at, findings);
  const price = number(object, 'price', at, findings);
  const vat = number(object, 'vat', at, findings);
  if (type === undefined || price === undefined || (vat === undefined && !isNothing(object['vat']))) {
    return unusablePrice(raw, at, findings);
  }
  if (price < 0) findings.add('price_negative', `${at}/price`, { found: price });
  return { type, price, vat, step_size: stepSize(object, at, findings) };
}

/** 0 occurs and means no rounding (OCPI 2.3.0 mod_tariffs, examples). */
function stepSize(object: JsonObject, at: string, findings: Findings): number {
  const said = integer(object, 'step_size', at, findings);
  if (said !== undefined && said >= 0) return said;
  findings.add('step_size_filled', `${at}/step_size`, { found: shown(object['step_size']) });
  return 1;
}

function unusablePrice(raw: unknown, at: string, findings: Findings): undefined {
  findings.add('price_unusable', at, { found: shown(raw) });
  return undefined;
}
