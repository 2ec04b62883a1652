/** The schemas of prices by the names they have in the description, and what their properties mean. */
import { ErrorResponse } from '@pantograph/model/search';
import {
  Amount,
  AskedSession,
  KnownPrice,
  OtherComponent,
  PricedComponent,
  PricedConnectors,
  PricedGroup,
  PricedPlace,
  PricedSession,
  PricedTariff,
  PricesResponse,
  TimeSpan,
  UnknownPrice,
} from '@pantograph/model/tariff';
import { z } from 'zod';
import { GenericErrorResponse } from '../../discovery/openapi/schema-names.ts';
import type { PropertyDescriptions } from '../../http/docs/openapi/property-descriptions.ts';

export const priceSchemas = z.registry<{ id: string }>();

const named = {
  Amount,
  AskedSession,
  ErrorResponse,
  GenericErrorResponse,
  KnownPrice,
  OtherComponent,
  PricedComponent,
  PricedConnectors,
  PricedGroup,
  PricedPlace,
  PricedSession,
  PricedTariff,
  PricesResponse,
  TimeSpan,
  UnknownPrice,
} as const;
for (const [id, schema] of Object.entries(named)) priceSchemas.add(schema, { id });

export const priceDescriptions: PropertyDescriptions = {
  'Amount.exclVat': 'Absent where the source includes a tax of an unknown rate.',
  'Amount.inclVat': 'Equal to the other where there is no tax.',
  'AskedSession.start': 'As asked, or the minute that has begun.',
  'KnownPrice.assumed':
    '`no_vat_stated`: the source names no VAT for a price, which is then none. `unpriced_time_is_free`: for a part of the charging neither energy nor time has a price.',
  'KnownPrice.connectors': 'Those of the group that have this tariff; absent where all have.',
  'KnownPrice.limit': 'Which limit of the tariff made the total differ from the sum.',
  'KnownPrice.notApplied': 'What the tariff charges for at other times or in other sessions.',
  'KnownPrice.sum': 'Of all components, four decimals.',
  'KnownPrice.total': "Within the tariff's limits, rounded to the smallest coin of the currency, halves up.",
  'OtherComponent.restrictions': 'When it holds, as OCPI has it.',
  'PricedComponent.amount': '`billed` times `price`, four decimals.',
  'PricedComponent.billed': 'With what steps add.',
  'PricedComponent.periods': 'When it held; of a session fee, when it fell due.',
  'PricedComponent.price': 'Of one unit.',
  'PricedComponent.quantity': 'What was used.',
  'PricedComponent.step': 'What is begun is billed whole: Wh of energy, seconds of time.',
  'PricedComponent.vat': 'Percent. Absent where the source names none.',
  'PricedGroup.maxPower': 'kW',
  'PricedGroup.session': 'Absent where it cannot be told how long the session would take.',
  'PricedPlace.timeZone': 'On whose clock tariffs go. Absent where it is not known.',
  'PricedSession.assumed':
    '`constant_power`: the power stays the same while charging. `power_of_connector`: it is the most that the connector gives.',
  'PricedSession.charged': 'When charging ends and parking begins.',
  'PricedSession.duration': 'Minutes of charging.',
  'PricedSession.energy': 'kWh',
  'PricedSession.parking': 'Minutes after it.',
  'PricedSession.power': 'kW',
  'PricesResponse.missingItems': 'Ids of which nothing is known, as they were asked for.',
  'UnknownPrice.unknown': 'Why there is no price. Unknown is never free.',
};
