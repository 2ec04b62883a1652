/** Connector types: v3 standard ⇄ v2 numeric id. Source: migration guide, connector mapping table. */

/** How the guide marks a v2 connector id. */
export type ConnectorIdUse = 'current' | 'deprecated' | 'notUsed';

export interface ConnectorTypeRow {
  /** v2 `connectorType.id`. */
  readonly id: number;
  /** v3 standards this id stands for; several for id 36, none for most retired ids. */
  readonly standards: readonly string[];
  /** v2 `connectorType.name`; empty where the guide says "Not used". */
  readonly name: string;
  /** What v3 `countryMetadata` calls `commonName`; the guide's column "More information". */
  readonly commonName: string;
  readonly use: ConnectorIdUse;
  /** Ids to use in place of a deprecated one; our reading of the plug standards, the guide names none. */
  readonly successors?: readonly number[];
}

/** All 69 ids of v2, in order: `connectorTypes[id].id === id`. */
export const connectorTypes: readonly ConnectorTypeRow[] = [
  { id: 0, standards: ['CONNECTOR_TYPE_UNDEFINED'], name: '', commonName: '', use: 'notUsed' },
  { id: 1, standards: ['UNRECOGNIZED'], name: '', commonName: '', use: 'notUsed' },
  { id: 2, standards: [], name: '', commonName: '', use: 'notUsed' },
  { id: 3, standards: [], name: 'Small Paddle Inductive', commonName: '', use: 'deprecated' },
  { id: 4, standards: [], name: 'Large Paddle Inductive', commonName: '', use: 'deprecated' },
  {
    id: 5,
    standards: ['DOMESTIC_B'],
    name: 'Domestic plug/socket type B (NEMA 5-15)',
    commonName: 'Domestic plug/socket type B (NEMA 5-15)',
    use: 'current',
  },
  {
    id: 6,
    standards: ['NEMA_5_20'],
    name: 'NEMA 5-20 (3 pin)',
    commonName: 'Domestic plug/socket type B (NEMA 5-20 (3 pin))',
    use: 'current',
  },
  {
    id: 7,
    standards: ['DOMESTIC_D'],
    name: 'Domestic plug/socket type D (BS 546, 3 pin, 5A)',
    commonName: 'Domestic plug/socket type D (BS 546, 3 pin, 5A)',
    use: 'current',
  },
  {
    id: 8,
    standards: ['DOMESTIC_E'],
    name: 'Domestic plug/socket type E (CEE 7/5)',
    commonName: 'Domestic plug/socket type E (CEE 7/5)',
    use: 'current',
  },
  {
    id: 9,
    standards: ['DOMESTIC_F'],
    name: 'Domestic plug/socket type F (CEE 7/4 (Schuko))',
    commonName: 'Domestic plug/socket type F (CEE 7/4 (Schuko))',
    use: 'current',
  },
  {
    id: 10,
    standards: [],
    name: 'Domestic plug/socket type E+F (CEE 7/7)',
    commonName: '',
    use: 'deprecated',
    successors: [8, 9],
  },
  {
    id: 11,
    standards: ['DOMESTIC_G'],
    name: 'Domestic plug/socket type G (BS 1363, IS 401 & 411, MS 58)',
    commonName: 'Domestic plug/socket type G (BS 1363, IS 401 & 411, MS 58)',
    use: 'current',
  },
  {
    id: 12,
    standards: ['DOMESTIC_H'],
    name: 'Domestic plug/socket type H (SI 32)',
    commonName: 'Domestic plug/socket type H (SI 32)',
    use: 'current',
  },
  {
    id: 13,
    standards: ['DOMESTIC_I'],
    name: 'Domestic plug/socket type I (AS/NZS 3112)',
    commonName: 'Domestic plug/socket type I (AS/NZS 3112)',
    use: 'current',
  },
  {
    id: 14,
    standards: [],
    name: 'Domestic plug/socket type I (CPCS-CCC)',
    commonName: '',
    use: 'deprecated',
    successors: [13],
  },
  {
    id: 15,
    standards: [],
    name: 'Domestic plug/socket type I (IRAM 2073)',
    commonName: '',
    use: 'deprecated',
    successors: [13],
  },
  {
    id: 16,
    standards: [],
    name: 'Domestic plug/socket type J (SEV 1011) (T13)',
    commonName: '',
    use: 'deprecated',
    successors: [42],
  },
  { id: 17, standards: [], name: 'Domestic plug/socket type J (SEV 1011) (T15)', commonName: '', use: 'deprecated' },
  {
    id: 18,
    standards: [],
    name: 'Domestic plug/socket type J (SEV 1011) (T23)',
    commonName: '',
    use: 'deprecated',
    successors: [42],
  },
  { id: 19, standards: [], name: 'Domestic plug/socket type J (SEV 1011) (T25)', commonName: '', use: 'deprecated' },
  {
    id: 20,
    standards: ['DOMESTIC_K'],
    name: 'Domestic plug/socket type K (Section 107-2-D1)',
    commonName: 'Domestic plug/socket type K (Section 107-2-D1)',
    use: 'current',
  },
  {
    id: 21,
    standards: [],
    name: 'Domestic plug/socket type K (Thailand TIS 166 - 2549)',
    commonName: '',
    use: 'deprecated',
    successors: [62],
  },
  {
    id: 22,
    standards: ['DOMESTIC_L'],
    name: 'Domestic plug/socket type L (CEI 23-16/VII)',
    commonName: 'Domestic plug/socket type L (CEI 23-16/VII)',
    use: 'current',
  },
  {
    id: 23,
    standards: ['DOMESTIC_M'],
    name: 'Domestic plug/socket type M (South African 15 A/250 V)',
    commonName: 'Domestic plug/socket type M (South African 15 A/250 V)',
    use: 'current',
  },
  {
    id: 24,
    standards: [],
    name: 'Domestic plug/socket type IEC 60906-1 (3 pin)',
    commonName: '',
    use: 'deprecated',
    successors: [61],
  },
  { id: 25, standards: [], name: 'AVCON Connector', commonName: '', use: 'deprecated' },
  {
    id: 26,
    standards: [],
    name: 'Tesla Connector (high power wall)',
    commonName: '',
    use: 'deprecated',
    successors: [43],
  },
  {
    id: 27,
    standards: [],
    name: 'Tesla Connector (universal mobile)',
    commonName: '',
    use: 'deprecated',
    successors: [43],
  },
  {
    id: 28,
    standards: [],
    name: 'Tesla Connector (spare mobile)',
    commonName: '',
    use: 'deprecated',
    successors: [43],
  },
  { id: 29, standards: ['CHADEMO'], name: 'JEVS G 105 (CHAdeMO)', commonName: 'CHAdeMO', use: 'current' },
  {
    id: 30,
    standards: ['IEC_62196_T1'],
    name: 'IEC 62196-2 type 1 (SAE J1772)',
    commonName: 'Type 1 (SAE J1772)',
    use: 'current',
  },
  { id: 31, standards: ['IEC_62196_T2'], name: 'IEC 62196-2 type 2 (Type 2)', commonName: 'Type 2', use: 'current' },
  { id: 32, standards: ['IEC_62196_T3C'], name: 'IEC 62196-2 type 3c (SCAME)', commonName: 'Type 3c', use: 'current' },
  {
    id: 33,
    standards: ['IEC_62196_T1_COMBO'],
    name: 'IEC 62196-3 type 1 combo (SAE J1772)',
    commonName: 'CCS1',
    use: 'current',
  },
  {
    id: 34,
    standards: ['IEC_62196_T2_COMBO'],
    name: 'IEC 62196-3 type 2 combo (Mennekes)',
    commonName: 'CCS2',
    use: 'current',
  },
  {
    id: 35,
    standards: ['IEC_60309_2_SINGLE_16'],
    name: 'IEC 60309 : industrial P + N + E (AC)',
    commonName: 'Industrial blue AC',
    use: 'current',
  },
  {
    id: 36,
    standards: ['IEC_60309_2_THREE_16', 'IEC_60309_2_THREE_32', 'IEC_60309_2_THREE_64'],
    name: 'IEC 60309 : industrial 3P + E + N (AC)',
    commonName: 'Industrial red AC',
    use: 'current',
  },
  { id: 37, standards: [], name: 'IEC 60309 : industrial 2P + E (AC)', commonName: '', use: 'deprecated' },
  {
    id: 38,
    standards: [],
    name: 'IEC 60309 : industrial P + N + E (AC) (CEEPlus)',
    commonName: '',
    use: 'deprecated',
    successors: [35],
  },
  {
    id: 39,
    standards: [],
    name: 'IEC 60309 : industrial 3P + N + E (AC) (CEEPlus)',
    commonName: '',
    use: 'deprecated',
    successors: [36],
  },
  { id: 40, standards: [], name: 'Better place plug/socket', commonName: '', use: 'deprecated' },
  { id: 41, standards: [], name: 'Marechal plug/socket', commonName: '', use: 'deprecated' },
  {
    id: 42,
    standards: ['DOMESTIC_J'],
    name: 'Domestic plug/socket type J (SEV 1011) (T13, T23)',
    commonName: 'Domestic plug/socket type J (SEV 1011) (T13, T23)',
    use: 'current',
  },
  {
    id: 43,
    standards: ['SAE_J3400'],
    name: 'Tesla Connector',
    commonName: 'North American Charging Standard (NACS, SAE J3400)',
    use: 'current',
  },
  { id: 44, standards: [], name: 'IEC 61851-1', commonName: '', use: 'deprecated' },
  {
    id: 45,
    standards: [],
    name: 'IEC 62196-2 type 2 (SAE J1772)',
    commonName: '',
    use: 'deprecated',
    successors: [31],
  },
  { id: 46, standards: [], name: 'IEC 60309 : industrial 2P + E (DC)', commonName: '', use: 'deprecated' },
  {
    id: 47,
    standards: [],
    name: 'I-type AS/NZ 3112 (Australian 15A/240V)',
    commonName: '',
    use: 'deprecated',
    successors: [13],
  },
  {
    id: 48,
    standards: ['DOMESTIC_A'],
    name: 'Domestic plug/socket type A (NEMA 1-15, 2 pins)',
    commonName: 'Domestic plug/socket type A (NEMA 1-15, 2 pins)',
    use: 'current',
  },
  {
    id: 49,
    standards: ['DOMESTIC_C'],
    name: 'Domestic plug/socket type C (CEE 7/17, 2 pins)',
    commonName: 'Domestic plug/socket type C (CEE 7/17, 2 pins)',
    use: 'current',
  },
  { id: 50, standards: ['IEC_62196_T3A'], name: 'IEC 62196-2 type 3a (SCAME)', commonName: 'Type 3a', use: 'current' },
  {
    id: 51,
    standards: ['NEMA_14_50'],
    name: 'Domestic plug/socket type B (NEMA 14-50)',
    commonName: 'Domestic plug/socket type B (NEMA 14-50)',
    use: 'current',
  },
  {
    id: 52,
    standards: ['GBT_AC'],
    name: 'GB/T (Chinese) AC connector',
    commonName: 'GB/T (Chinese) AC connector',
    use: 'current',
  },
  {
    id: 53,
    standards: ['GBT_DC'],
    name: 'GB/T (Chinese) DC connector',
    commonName: 'GB/T (Chinese) DC connector',
    use: 'current',
  },
  { id: 54, standards: [], name: 'IEC 62196-2 type 2', commonName: '', use: 'deprecated', successors: [31] },
  {
    id: 55,
    standards: ['NEMA_6_50'],
    name: 'Domestic plug/socket type B (NEMA 6-50)',
    commonName: 'Domestic plug/socket type B (NEMA 6-50)',
    use: 'current',
  },
  {
    id: 56,
    standards: ['NEMA_6_30'],
    name: 'Domestic plug/socket type B (NEMA 6-30)',
    commonName: 'Domestic plug/socket type B (NEMA 6-30)',
    use: 'current',
  },
  {
    id: 57,
    standards: ['NEMA_10_30'],
    name: 'Domestic plug/socket type B (NEMA 10-30)',
    commonName: 'Domestic plug/socket type B (NEMA 10-30)',
    use: 'current',
  },
  {
    id: 58,
    standards: ['NEMA_10_50'],
    name: 'Domestic plug/socket type B (NEMA 10-50)',
    commonName: 'Domestic plug/socket type B (NEMA 10-50)',
    use: 'current',
  },
  {
    id: 59,
    standards: ['NEMA_14_30'],
    name: 'Domestic plug/socket type B (NEMA 14-30)',
    commonName: 'Domestic plug/socket type B (NEMA 14-30)',
    use: 'current',
  },
  {
    id: 60,
    standards: [],
    name: 'Domestic plug/socket type M (BS 546, 3 pin, 15A)',
    commonName: '',
    use: 'deprecated',
    successors: [23],
  },
  {
    id: 61,
    standards: ['DOMESTIC_N'],
    name: 'Domestic plug/socket type N (NBR 14136, 3 pins)',
    commonName: 'Domestic plug/socket type N (NBR 14136, 3 pins)',
    use: 'current',
  },
  {
    id: 62,
    standards: ['DOMESTIC_O'],
    name: 'Domestic plug/socket type O (TIS 166-2549, 3 pins)',
    commonName: 'Domestic plug/socket type O (TIS 166-2549, 3 pins)',
    use: 'current',
  },
  { id: 63, standards: ['CHAOJI'], name: 'ChaoJi connector (CHAdeMO 3.0)', commonName: 'ChaoJi', use: 'current' },
  {
    id: 64,
    standards: ['PANTOGRAPH_TOP_DOWN'],
    name: 'Cross-rail pantograph (SAE J3105-1)',
    commonName: 'Cross-rail pantograph (SAE J3105-1)',
    use: 'current',
  },
  {
    id: 65,
    standards: ['PANTOGRAPH_BOTTOM_UP'],
    name: 'Bus-up pantograph (SAE J3105-2)',
    commonName: 'Bus-up pantograph (SAE J3105-2)',
    use: 'current',
  },
  { id: 66, standards: ['TESLA_R'], name: 'Tesla Connector R', commonName: 'Tesla Roadster connector', use: 'current' },
  {
    id: 67,
    standards: ['MCS'],
    name: 'MCS (Megawatt Charging System)',
    commonName: 'Megawatt Charging System (MCS)',
    use: 'current',
  },
  {
    id: 68,
    standards: ['TESLA_S'],
    name: 'Tesla Proprietary Connector (TESLA_S)',
    commonName:
      'Tesla connector Model-S-type (oval, 5 pin). Compatible with Tesla car models only. See NACS for further information',
    use: 'current',
  },
];

const byStandard = new Map(connectorTypes.flatMap((row) => row.standards.map((standard) => [standard, row] as const)));

/** The id v2 gives to whatever has no id of its own (guide: UNRECOGNIZED). */
export const UNRECOGNIZED_ID = 1;

/** Case-insensitive; `undefined` for a standard the guide does not list. */
export function connectorTypeOfStandard(standard: string): ConnectorTypeRow | undefined {
  return byStandard.get(standard.toUpperCase());
}

/** `undefined` outside 0..68. */
export function connectorTypeOfId(id: number): ConnectorTypeRow | undefined {
  return connectorTypes[id];
}

/** The v2 id of a v3 or OCPI standard, in any case; {@link UNRECOGNIZED_ID} for one the guide does not list. */
export function legacyIdOfStandard(standard: string): number {
  return connectorTypeOfStandard(standard)?.id ?? UNRECOGNIZED_ID;
}

/** As v3 spells a standard: the guide's upper case. Values the guide does not list stay as they are. */
export function v3StandardOf(standard: string): string {
  const upper = standard.toUpperCase();
  return byStandard.has(upper) ? upper : standard;
}

const ocpiSpelling = new Map([
  ['IEC_60309_2_SINGLE_16', 'IEC_60309_2_single_16'],
  ['IEC_60309_2_THREE_16', 'IEC_60309_2_three_16'],
  ['IEC_60309_2_THREE_32', 'IEC_60309_2_three_32'],
  ['IEC_60309_2_THREE_64', 'IEC_60309_2_three_64'],
]);

/** As OCPI spells a standard (OCPI 2.3.0 mod_locations, ConnectorType): the four IEC 60309-2 values keep a lower-case tail. */
export function ocpiStandardOf(standard: string): string {
  return ocpiSpelling.get(standard.toUpperCase()) ?? v3StandardOf(standard);
}

/** The 42 standards in use, upper case, in the order of their v2 ids. */
export const v3Standards: readonly string[] = connectorTypes
  .filter((row) => row.use === 'current')
  .flatMap((row) => row.standards);
