/** Connector standards as feeds call them. OCPI 2.3.0 mod_locations, ConnectorType; names from the trade, OICP and OCM. */
import { ocpiStandardOf, v3Standards } from '@pantograph/model/vocabulary';
import type { Enumeration } from './enumeration.ts';
import { enumeration } from './enumeration.ts';

const values = v3Standards.map(ocpiStandardOf);

const aliases: Readonly<Record<string, string>> = {
  'Type 1': 'IEC_62196_T1',
  'Type 1 Connector (Cable Attached)': 'IEC_62196_T1',
  'IEC 62196-2 Type 1': 'IEC_62196_T1',
  J1772: 'IEC_62196_T1',
  'SAE J1772': 'IEC_62196_T1',
  Yazaki: 'IEC_62196_T1',
  'Type 2': 'IEC_62196_T2',
  'Type 2 Outlet': 'IEC_62196_T2',
  'Type 2 Socket': 'IEC_62196_T2',
  'Type 2 Cable': 'IEC_62196_T2',
  'Type 2 Tethered': 'IEC_62196_T2',
  'Type 2 Connector (Cable Attached)': 'IEC_62196_T2',
  'IEC 62196-2 Type 2': 'IEC_62196_T2',
  'IEC 62196 Type 2': 'IEC_62196_T2',
  Mennekes: 'IEC_62196_T2',
  'Type 3A': 'IEC_62196_T3A',
  'Type 3C': 'IEC_62196_T3C',
  'Type 3 Outlet': 'IEC_62196_T3C',
  Scame: 'IEC_62196_T3C',
  CCS1: 'IEC_62196_T1_COMBO',
  'CCS Type 1': 'IEC_62196_T1_COMBO',
  'CCS Combo 1': 'IEC_62196_T1_COMBO',
  'CCS Combo 1 Plug (Cable Attached)': 'IEC_62196_T1_COMBO',
  'Combo 1': 'IEC_62196_T1_COMBO',
  'Type 1 Combo': 'IEC_62196_T1_COMBO',
  'SAE Combo': 'IEC_62196_T1_COMBO',
  CCS2: 'IEC_62196_T2_COMBO',
  'CCS Type 2': 'IEC_62196_T2_COMBO',
  'CCS Combo 2': 'IEC_62196_T2_COMBO',
  'CCS Combo 2 Plug (Cable Attached)': 'IEC_62196_T2_COMBO',
  'Combo 2': 'IEC_62196_T2_COMBO',
  'Type 2 Combo': 'IEC_62196_T2_COMBO',
  'Type 2 CCS': 'IEC_62196_T2_COMBO',
  'CHAdeMO DC': 'CHADEMO',
  'JEVS G105': 'CHADEMO',
  ChaoJi: 'CHAOJI',
  'GB/T (AC)': 'GBT_AC',
  'GB/T AC': 'GBT_AC',
  'GB/T (DC)': 'GBT_DC',
  'GB/T DC': 'GBT_DC',
  NACS: 'SAE_J3400',
  J3400: 'SAE_J3400',
  'Tesla NACS': 'SAE_J3400',
  'Tesla Model S': 'TESLA_S',
  'Tesla Roadster': 'TESLA_R',
  'Megawatt Charging System': 'MCS',
  Schuko: 'DOMESTIC_F',
  'Type F Schuko': 'DOMESTIC_F',
  'CEE 7/4': 'DOMESTIC_F',
  'Type E French Standard': 'DOMESTIC_E',
  'CEE 7/5': 'DOMESTIC_E',
  'Type G British Standard': 'DOMESTIC_G',
  'BS 1363': 'DOMESTIC_G',
  'UK 3 pin': 'DOMESTIC_G',
  'Type J Swiss Standard': 'DOMESTIC_J',
  T13: 'DOMESTIC_J',
  T23: 'DOMESTIC_J',
  'NEMA 5-15': 'DOMESTIC_B',
  'CEE Blue': 'IEC_60309_2_single_16',
  'CEE Red 16': 'IEC_60309_2_three_16',
  'CEE Red 32': 'IEC_60309_2_three_32',
  'CEE Red 64': 'IEC_60309_2_three_64',
};

/** Names that mean one plug in North America, Korea and Taiwan, and another one elsewhere. */
const regionalAliases: readonly (readonly [alias: string, there: string, elsewhere: string])[] = [
  ['CCS', 'IEC_62196_T1_COMBO', 'IEC_62196_T2_COMBO'],
  ['CCS Combo', 'IEC_62196_T1_COMBO', 'IEC_62196_T2_COMBO'],
  ['Combo', 'IEC_62196_T1_COMBO', 'IEC_62196_T2_COMBO'],
  ['Tesla', 'SAE_J3400', 'TESLA_S'],
  ['Tesla Supercharger', 'SAE_J3400', 'TESLA_S'],
];

/** ISO 3166-1 alpha-3 codes of the countries whose cars have the type 1 inlet. */
const typeOneCountries = new Set(['USA', 'CAN', 'MEX', 'PRI', 'KOR', 'TWN']);

function standardsWith(regional: (there: string, elsewhere: string) => string): Enumeration {
  const chosen = regionalAliases.map(([alias, there, elsewhere]) => [alias, regional(there, elsewhere)] as const);
  return enumeration(values, { ...aliases, ...Object.fromEntries(chosen) });
}

const inTypeOneCountries = standardsWith((there) => there);
const elsewhere = standardsWith((_, elsewhere) => elsewhere);

/** The names as they are meant in a country, ISO 3166-1 alpha-3. */
export function standardValues(country: string): Enumeration {
  return typeOneCountries.has(country) ? inTypeOneCountries : elsewhere;
}

const directCurrent = new Set(['CHADEMO', 'CHAOJI', 'GBT_DC', 'IEC_62196_T1_COMBO', 'IEC_62196_T2_COMBO', 'MCS']);

/** Plugs that deliver direct current only, always by an attached cable. */
export function isDirectCurrentOnly(standard: string): boolean {
  return directCurrent.has(standard);
}
