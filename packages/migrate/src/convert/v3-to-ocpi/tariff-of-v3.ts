/** A v3 tariff as an OCPI Tariff. v3 tariffs have no id, so that one is made of what they say. */
import type { TariffRecord } from '@pantograph/model/location';
import { contentIdOf } from '@pantograph/model/location';
import type { TariffElement, TariffRestrictions } from '@pantograph/model/ocpi';
import type { Tariff, TariffCondition } from '@pantograph/model/v3';
import { daysOfWeek, ocpiTariffTypeOf, tariffDimensions } from '@pantograph/model/vocabulary';

/** As a feed would have it: the reader takes it from here. `undefined`: OCPI cannot state the price rightly. */
export function rawTariffOf(tariff: Tariff): { readonly id: string } | undefined {
  const { partner, partnerId, currency, type = 'adhoc', name } = tariff;
  const elements = tariff.elements.map(elementOf);
  if (elements.includes(undefined)) return undefined;
  const extension: TariffRecord['extension'] = {
    name,
    ...(type === 'emsp' ? { eMobilityServiceProvider: { name: partner, partnerId } } : {}),
  };
  return {
    id: idOf(tariff),
    currency,
    type: ocpiTariffTypeOf(type),
    elements,
    tax_included: 'NO',
    ...(name === undefined && type !== 'emsp' ? {} : { pantograph: extension }),
  } as { readonly id: string };
}

/** The same tariff has the same id wherever it stands. */
function idOf(tariff: Tariff): string {
  return contentIdOf({ source: 'v3 tariff', countryCode: '', partyId: '', id: JSON.stringify(tariff) });
}

function elementOf({ components, condition }: Tariff['elements'][number]): TariffElement | undefined {
  const restrictions = condition && restrictionsOf(condition);
  if (condition?.overstayBatteryLevel !== undefined) return undefined;
  const prices = components.flatMap(({ dimension, price, vat, step = 1 }) =>
    // v3 says no step where any will do; OCPI counts whole ones.
    tariffDimensions.has(dimension) && Number.isInteger(step) ? [{ type: dimension, price, vat, step_size: step }] : [],
  );
  if (prices.length < components.length) return undefined;
  return { price_components: prices, restrictions };
}

function restrictionsOf({ date, days, duration, time }: TariffCondition): TariffRestrictions {
  const minutes = (clock: string | undefined): string | undefined => clock?.slice(0, 5);
  return {
    start_date: date?.from,
    end_date: date?.to,
    day_of_week: days?.filter((day) => daysOfWeek.has(day)),
    min_duration: duration?.min,
    max_duration: duration?.max,
    start_time: minutes(time?.from ?? (time === undefined ? undefined : '00:00:00')),
    end_time: minutes(time?.to ?? (time === undefined ? undefined : '00:00:00')),
  };
}
