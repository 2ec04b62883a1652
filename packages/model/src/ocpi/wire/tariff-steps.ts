/** Tariffs down the versions. Prices of 2.2.1 and before exclude VAT; 2.3.0 says which it is. */
import type { Converted } from '../../notice/index.ts';
import type { Tariff } from '../tariff.ts';
import { energyMixIn211 } from './energy-mix-in-2-1-1.ts';
import { Losses, without } from './losses.ts';
import type { Tariff211, Tariff221 } from './schemas.ts';

/**
 * OCPI 2.3.0 to 2.2.1. Prices that include tax cannot be told from others there, so such a tariff cannot be carried:
 * `undefined`, never a price that is wrong by the tax.
 */
export function tariffTo221(tariff: Tariff): Converted<Tariff221 | undefined> {
  const losses = new Losses('OCPI 2.2.1');
  if (tariff.tax_included === 'YES') {
    losses.dropValue('/tax_included', 'YES');
    return { value: undefined, notices: losses.notices };
  }
  return {
    value: {
      ...without(tariff, 'tax_included', 'min_price', 'max_price'),
      min_price: priceOf(tariff.min_price),
      max_price: priceOf(tariff.max_price),
    },
    notices: losses.notices,
  };
}

function priceOf(limit: Tariff['min_price']): Tariff221['min_price'] {
  return limit && { excl_vat: limit.before_taxes, incl_vat: limit.after_taxes };
}

/**
 * OCPI 2.2.1 to 2.1.1: no type, no validity, no price limits, no VAT. Elements that price a reservation are left out, as
 * there are none in 2.1.1. A tariff that depends on the current, or has nothing else, cannot be carried: `undefined`.
 */
export function tariffTo211(tariff: Tariff221): Converted<Tariff211 | undefined> {
  const losses = new Losses('OCPI 2.1.1');
  losses.dropField('/type', tariff.type);
  losses.dropField('/min_price', tariff.min_price);
  losses.dropField('/max_price', tariff.max_price);
  losses.dropField('/start_date_time', tariff.start_date_time);
  losses.dropField('/end_date_time', tariff.end_date_time);
  const elements: Tariff211['elements'] = [];
  for (const [at, element] of tariff.elements.entries()) {
    const path = `/elements/${at}`;
    const { reservation, min_current, max_current } = element.restrictions ?? {};
    if (reservation !== undefined) {
      losses.dropValue(`${path}/restrictions/reservation`, reservation);
      continue;
    }
    if (min_current !== undefined || max_current !== undefined) {
      losses.dropField(`${path}/restrictions/min_current`, min_current);
      losses.dropField(`${path}/restrictions/max_current`, max_current);
      return { value: undefined, notices: losses.notices };
    }
    elements.push({ ...element, price_components: element.price_components.map(withoutVat(path, losses)) });
  }
  if (elements.length === 0) return { value: undefined, notices: losses.notices };
  const mix = tariff.energy_mix;
  return {
    value: {
      ...without(
        tariff,
        'country_code',
        'party_id',
        'type',
        'min_price',
        'max_price',
        'start_date_time',
        'end_date_time',
      ),
      energy_mix: mix && energyMixIn211(mix),
      elements,
    },
    notices: losses.notices,
  };
}

function withoutVat(path: string, losses: Losses) {
  return (component: Tariff221['elements'][number]['price_components'][number], at: number) => {
    losses.dropField(`${path}/price_components/${at}/vat`, component.vat);
    return without(component, 'vat');
  };
}
