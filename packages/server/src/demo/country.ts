/** The countries of the demo world. Prices and adoption are round figures of the right size, nobody's statistics. */

export interface Country {
  /** ISO 3166-1 alpha-2, as OCPI parties have it. */
  readonly code: string;
  /** ISO 3166-1 alpha-3, as OCPI locations have it. */
  readonly alpha3: string;
  /** Key into the street names. */
  readonly language: string;
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Percent. */
  readonly vat: number;
  /** Price level against the euro area, in the local currency; also carries the exchange rate. */
  readonly priceFactor: number;
  /** How many public charging sites a head has, against the average. */
  readonly adoption: number;
  /** What a household socket is here, v3 spelling. */
  readonly domesticSocket: string;
  /** `#` a digit, `@` a letter. */
  readonly postalCode: string;
  /** Islands with a clock of their own: west of this longitude another zone holds. Westernmost first. */
  readonly islands?: readonly { readonly westOf: number; readonly timeZone: string }[];
}

type Row = readonly [
  code: string,
  alpha3: string,
  language: string,
  timeZone: string,
  currency: string,
  vat: number,
  priceFactor: number,
  adoption: number,
  domesticSocket: string,
  postalCode: string,
];

const rows: readonly Row[] = [
  ['AT', 'AUT', 'de', 'Europe/Vienna', 'EUR', 20, 1.05, 1.6, 'DOMESTIC_F', '####'],
  ['BE', 'BEL', 'fr', 'Europe/Brussels', 'EUR', 21, 1, 1.9, 'DOMESTIC_E', '####'],
  ['BG', 'BGR', 'bg', 'Europe/Sofia', 'EUR', 20, 0.7, 0.3, 'DOMESTIC_F', '####'],
  ['CH', 'CHE', 'de', 'Europe/Zurich', 'CHF', 8.1, 1.1, 1.6, 'DOMESTIC_J', '####'],
  ['CZ', 'CZE', 'cs', 'Europe/Prague', 'CZK', 21, 21, 0.5, 'DOMESTIC_E', '### ##'],
  ['DE', 'DEU', 'de', 'Europe/Berlin', 'EUR', 19, 1.1, 1.4, 'DOMESTIC_F', '#####'],
  ['DK', 'DNK', 'da', 'Europe/Copenhagen', 'DKK', 25, 7.8, 2.2, 'DOMESTIC_K', '####'],
  ['EE', 'EST', 'et', 'Europe/Tallinn', 'EUR', 24, 0.85, 0.5, 'DOMESTIC_F', '#####'],
  ['ES', 'ESP', 'es', 'Europe/Madrid', 'EUR', 21, 0.9, 0.6, 'DOMESTIC_F', '#####'],
  ['FI', 'FIN', 'fi', 'Europe/Helsinki', 'EUR', 25.5, 0.85, 1.5, 'DOMESTIC_F', '#####'],
  ['FR', 'FRA', 'fr', 'Europe/Paris', 'EUR', 20, 0.95, 1.3, 'DOMESTIC_E', '#####'],
  ['GB', 'GBR', 'en', 'Europe/London', 'GBP', 20, 1.05, 0.9, 'DOMESTIC_G', '@@# #@@'],
  ['GR', 'GRC', 'el', 'Europe/Athens', 'EUR', 24, 0.95, 0.3, 'DOMESTIC_F', '### ##'],
  ['HR', 'HRV', 'hr', 'Europe/Zagreb', 'EUR', 25, 0.8, 0.4, 'DOMESTIC_F', '#####'],
  ['HU', 'HUN', 'hu', 'Europe/Budapest', 'HUF', 27, 330, 0.4, 'DOMESTIC_F', '####'],
  ['IE', 'IRL', 'en', 'Europe/Dublin', 'EUR', 23, 1.05, 0.6, 'DOMESTIC_G', '@## @#@#'],
  ['IS', 'ISL', 'is', 'Atlantic/Reykjavik', 'ISK', 24, 110, 1.8, 'DOMESTIC_F', '###'],
  ['IT', 'ITA', 'it', 'Europe/Rome', 'EUR', 22, 1.15, 0.8, 'DOMESTIC_L', '#####'],
  ['LT', 'LTU', 'lt', 'Europe/Vilnius', 'EUR', 21, 0.8, 0.5, 'DOMESTIC_F', 'LT-#####'],
  ['LU', 'LUX', 'fr', 'Europe/Luxembourg', 'EUR', 17, 1, 2.4, 'DOMESTIC_F', 'L-####'],
  ['LV', 'LVA', 'lv', 'Europe/Riga', 'EUR', 21, 0.85, 0.4, 'DOMESTIC_F', 'LV-####'],
  ['NL', 'NLD', 'nl', 'Europe/Amsterdam', 'EUR', 21, 0.95, 3, 'DOMESTIC_F', '#### @@'],
  ['NO', 'NOR', 'no', 'Europe/Oslo', 'NOK', 25, 9.5, 2.8, 'DOMESTIC_F', '####'],
  ['PL', 'POL', 'pl', 'Europe/Warsaw', 'PLN', 23, 3.9, 0.3, 'DOMESTIC_E', '##-###'],
  ['PT', 'PRT', 'pt', 'Europe/Lisbon', 'EUR', 23, 0.85, 0.8, 'DOMESTIC_F', '####-###'],
  ['RO', 'ROU', 'ro', 'Europe/Bucharest', 'RON', 21, 4.3, 0.25, 'DOMESTIC_F', '######'],
  ['SE', 'SWE', 'sv', 'Europe/Stockholm', 'SEK', 25, 9.2, 1.9, 'DOMESTIC_F', '### ##'],
  ['SI', 'SVN', 'sl', 'Europe/Ljubljana', 'EUR', 22, 0.85, 0.7, 'DOMESTIC_F', '####'],
  ['SK', 'SVK', 'sk', 'Europe/Bratislava', 'EUR', 23, 0.85, 0.5, 'DOMESTIC_E', '### ##'],
];

const islands: Readonly<Record<string, NonNullable<Country['islands']>>> = {
  ES: [{ westOf: -12, timeZone: 'Atlantic/Canary' }],
  PT: [
    { westOf: -20, timeZone: 'Atlantic/Azores' },
    { westOf: -12, timeZone: 'Atlantic/Madeira' },
  ],
};

export const countries: readonly Country[] = rows.map(
  ([code, alpha3, language, timeZone, currency, vat, priceFactor, adoption, domesticSocket, postalCode]) => ({
    code,
    alpha3,
    language,
    timeZone,
    currency,
    vat,
    priceFactor,
    adoption,
    domesticSocket,
    postalCode,
    ...(islands[code] === undefined ? {} : { islands: islands[code] }),
  }),
);

/** The IANA zone of a place in the country. */
export function timeZoneAt(country: Country, longitude: number): string {
  return country.islands?.find((island) => longitude < island.westOf)?.timeZone ?? country.timeZone;
}
