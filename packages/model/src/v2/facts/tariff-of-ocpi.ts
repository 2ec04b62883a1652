/** OCPI tariffs as v2 can tell of them. Source: OCPI 2.3.0 edition 2, mod_tariffs. */
import type { TariffRecord } from '../../location/index.ts';
import type { PriceComponent, TariffElement, TariffRestrictions } from '../../ocpi/index.ts';
import { tariffTypeOf } from '../../vocabulary/index.ts';
import type { AdHocComponent, AdHocElement, AdHocTariff } from './ad-hoc-tariff.ts';

/** `undefined` for a tariff that is an eMSP's or asks for a contract. */
export function adHocTariffOf({ tariff, extension }: TariffRecord): AdHocTariff | undefined {
  const type = tariffTypeOf(tariff.type, extension.eMobilityServiceProvider !== undefined);
  if (type !== 'adhoc') return undefined;
  const taxIncluded = tariff.tax_included === 'YES';
  const elements = tariff.elements.flatMap((element) => elementOf(element, taxIncluded) ?? []);
  return { currency: tariff.currency, elements, partial: elements.length < tariff.elements.length };
}

function elementOf(element: TariffElement, taxIncluded: boolean): AdHocElement | undefined {
  const { start_time: from, end_time: until, day_of_week: days = [], ...others } = element.restrictions ?? {};
  if (Object.values<TariffRestrictions[keyof TariffRestrictions]>(others).some((value) => value !== undefined)) {
    return undefined;
  }
  return {
    components: element.price_components.map((component) => componentOf(component, taxIncluded)),
    days,
    from: from === undefined ? undefined : secondsOf(from),
    until: until === undefined || until === '00:00' ? undefined : secondsOf(until),
  };
}

function componentOf({ type, price, vat, step_size: step }: PriceComponent, taxIncluded: boolean): AdHocComponent {
  return {
    dimension: type,
    price: taxIncluded ? price / (1 + (vat ?? 0) / 100) : price,
    vat,
    step: type === 'FLAT' ? undefined : step,
  };
}

function secondsOf(time: string): number {
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60;
}
