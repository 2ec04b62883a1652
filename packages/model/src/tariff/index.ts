export { exactly, fraction, rounded, times } from './fraction.ts';
export type { Fraction } from './fraction.ts';
export { priceBook } from './price-book.ts';
export type { PriceBook } from './price-book.ts';
export { presentPrices } from './present-prices.ts';
export type { PresentPricesOptions } from './present-prices.ts';
export { LONGEST_SESSION_SECONDS } from './session.ts';
export type { Demand } from './session.ts';
export { unknownPrices } from './unknown-price.ts';
export {
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
  assumptions,
  sessionAssumptions,
} from './wire.ts';
