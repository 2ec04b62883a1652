/** What charging costs at the demo sites: ad hoc, the operator's own contract and the eMSPs' prices, all without VAT. */
import type { EMobilityServiceProvider, TariffExtension } from '@pantograph/model/location';
import { partnerIdOf } from '@pantograph/model/location';
import type { Tariff, TariffElement } from '@pantograph/model/ocpi';
import type { Operator, Provider } from './company.ts';
import { operators, providers } from './company.ts';
import type { Country } from './country.ts';
import { countries } from './country.ts';
import type { PriceClass } from './station-model.ts';

/** An OCPI 2.3.0 tariff as a feed would send it. */
export type DemoTariff = Tariff & { readonly pantograph: TariffExtension };

const priceClasses: readonly PriceClass[] = ['ac', 'dc', 'hpc', 'light'];

/** Euros per kWh at price level 1. */
const energyPrice: Readonly<Record<PriceClass, number>> = { ac: 0.4, dc: 0.52, hpc: 0.59, light: 0 };

/** The tariffs an operator publishes in a country, cheapest to explain first. Ids are unique per party. */
export function tariffsOf(operator: Operator, country: Country, lastUpdated: string): readonly DemoTariff[] {
  return priceClasses.flatMap((priceClass) => {
    const money = (euros: number): number => rounded(euros * operator.price * country.priceFactor, country);
    const shared = { country_code: country.code, party_id: operator.partyId, currency: country.currency };
    const tariff = (
      suffix: string,
      type: string,
      elements: readonly TariffElement[],
      pantograph: TariffExtension,
    ): DemoTariff => ({
      ...shared,
      id: `${priceClass}-${suffix}`,
      type,
      elements: elements.map((element) => withVat(element, country.vat)),
      tax_included: 'NO',
      last_updated: lastUpdated,
      pantograph,
    });
    if (priceClass === 'light') return [tariff('adhoc', 'AD_HOC_PAYMENT', lightElements(operator, money), {})];
    const price = energyPrice[priceClass];
    return [
      tariff('adhoc', 'AD_HOC_PAYMENT', [energy(money(price * 1.12)), ...overstay(priceClass, money)], {}),
      tariff('contract', 'REGULAR', contractElements(priceClass, price, money), { name: 'Contract' }),
      ...providersOf(operator).flatMap((provider) =>
        provider.plans.map((plan, at) =>
          tariff(
            `${provider.code.toLowerCase()}-${String(at + 1)}`,
            'REGULAR',
            [
              {
                price_components: [
                  ...energy(money(price * plan.price)).price_components,
                  ...(plan.sessionFee === undefined
                    ? []
                    : [{ type: 'FLAT' as const, price: money(plan.sessionFee), step_size: 1 }]),
                ],
              },
            ],
            { name: plan.name, eMobilityServiceProvider: providerEntry(provider) },
          ),
        ),
      ),
    ];
  });
}

/** Tariff ids for connectors, by operator and price class; the same in every country. */
export function tariffIdsOf(operator: Operator, priceClass: PriceClass): readonly string[] {
  return idsByOperator.get(operator)?.get(priceClass) ?? [];
}

/** The eMSPs whose customers can charge at the operator's sites. */
export function providerEntriesOf(operator: Operator): readonly EMobilityServiceProvider[] {
  return entriesByOperator.get(operator) ?? [];
}

function providersOf(operator: Operator): readonly Provider[] {
  return providers.filter((provider) => operator.roaming.includes(provider.code));
}

function providerEntry(provider: Provider): EMobilityServiceProvider {
  const { name, country, code } = provider;
  return { name, partnerId: partnerIdOf(name), eMobilityIds: [`${country}-${code}`] };
}

const entriesByOperator = new Map(
  operators.map((operator) => [operator, providersOf(operator).map(providerEntry)] as const),
);

const idsByOperator = new Map(
  operators.map((operator) => {
    const [anyCountry] = countries;
    const all = anyCountry === undefined ? [] : tariffsOf(operator, anyCountry, '');
    const ofClass = (priceClass: PriceClass): string[] =>
      all.map((tariff) => tariff.id).filter((id) => id.startsWith(`${priceClass}-`));
    return [operator, new Map(priceClasses.map((priceClass) => [priceClass, ofClass(priceClass)]))] as const;
  }),
);

type Money = (euros: number) => number;

function energy(price: number, restrictions?: TariffElement['restrictions']): TariffElement {
  return {
    price_components: [{ type: 'ENERGY', price, step_size: 1 }],
    ...(restrictions === undefined ? {} : { restrictions }),
  };
}

/** Cars that have stopped charging pay for the place: by day at slow chargers, always at fast ones. */
function overstay(priceClass: PriceClass, money: Money): readonly TariffElement[] {
  const slow = priceClass === 'ac';
  return [
    {
      price_components: [{ type: 'PARKING_TIME', price: money(slow ? 2.4 : 6), step_size: 60 }],
      restrictions: slow ? { start_time: '08:00', end_time: '22:00', min_duration: 4 * 3600 } : { min_duration: 3600 },
    },
  ];
}

function contractElements(priceClass: PriceClass, price: number, money: Money): readonly TariffElement[] {
  if (priceClass === 'ac') {
    return [energy(money(price * 0.75), { start_time: '22:00', end_time: '06:00' }), energy(money(price * 0.95))];
  }
  return [energy(money(price * 0.85), { day_of_week: ['SATURDAY', 'SUNDAY'] }), energy(money(price * 0.95))];
}

/** Light vehicles: by the hour where that is the business, free of charge elsewhere. */
function lightElements(operator: Operator, money: Money): readonly TariffElement[] {
  return operator.roaming.length === 0
    ? [{ price_components: [{ type: 'TIME', price: money(0.6), step_size: 300 }] }]
    : [{ price_components: [{ type: 'FLAT', price: 0, step_size: 1 }] }];
}

function withVat(element: TariffElement, vat: number): TariffElement {
  return { ...element, price_components: element.price_components.map((component) => ({ ...component, vat })) };
}

/** Hundredths of the currency; whole units where a euro is more than a hundred of them. */
function rounded(amount: number, country: Country): number {
  return country.priceFactor > 100 ? Math.round(amount) : Math.round(amount * 100) / 100;
}
