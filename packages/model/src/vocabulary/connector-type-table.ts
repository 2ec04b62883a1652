/**
 * The guide's connector mapping table, one row per v2 connector id. Source: migration guide, connector mapping table.
 * Successors of deprecated ids are our reading of the plug standards: the guide names none.
 */

/** How the guide marks a v2 connector id. */
export type ConnectorIdUse = 'current' | 'deprecated' | 'notUsed';

export interface ConnectorTypeRow {
  /** v2 `connectorType.id`. */
  readonly id: number;
  /** v3 standards this id stands for; several for id 36, none for retired ids. */
  readonly standards: readonly string[];
  /** v2 `connectorType.name`; empty where the guide says "Not used". */
  readonly name: string;
  /** What v3 `countryMetadata` calls `commonName`; the guide's column "More information". Empty unless current. */
  readonly commonName: string;
  readonly use: ConnectorIdUse;
  /** Ids to use in place of a deprecated one. */
  readonly successors?: readonly number[];
}

/** All 69 ids of v2, in order: `connectorTypes[id].id === id`. */
export const connectorTypes: readonly ConnectorTypeRow[] = [
  notUsed(0, 'CONNECTOR_TYPE_UNDEFINED'),
  notUsed(1, 'UNRECOGNIZED'),
  notUsed(2),
  deprecated(3, 'Small Paddle Inductive'),
  deprecated(4, 'Large Paddle Inductive'),
  current(5, 'DOMESTIC_B', 'Domestic plug/socket type B (NEMA 5-15)'),
  current(6, 'NEMA_5_20', 'NEMA 5-20 (3 pin)', 'Domestic plug/socket type B (NEMA 5-20 (3 pin))'),
  current(7, 'DOMESTIC_D', 'Domestic plug/socket type D (BS 546, 3 pin, 5A)'),
  current(8, 'DOMESTIC_E', 'Domestic plug/socket type E (CEE 7/5)'),
  current(9, 'DOMESTIC_F', 'Domestic plug/socket type F (CEE 7/4 (Schuko))'),
  deprecated(10, 'Domestic plug/socket type E+F (CEE 7/7)', 8, 9),
  current(11, 'DOMESTIC_G', 'Domestic plug/socket type G (BS 1363, IS 401 & 411, MS 58)'),
  current(12, 'DOMESTIC_H', 'Domestic plug/socket type H (SI 32)'),
  current(13, 'DOMESTIC_I', 'Domestic plug/socket type I (AS/NZS 3112)'),
  deprecated(14, 'Domestic plug/socket type I (CPCS-CCC)', 13),
  deprecated(15, 'Domestic plug/socket type I (IRAM 2073)', 13),
  deprecated(16, 'Domestic plug/socket type J (SEV 1011) (T13)', 42),
  deprecated(17, 'Domestic plug/socket type J (SEV 1011) (T15)'),
  deprecated(18, 'Domestic plug/socket type J (SEV 1011) (T23)', 42),
  deprecated(19, 'Domestic plug/socket type J (SEV 1011) (T25)'),
  current(20, 'DOMESTIC_K', 'Domestic plug/socket type K (Section 107-2-D1)'),
  deprecated(21, 'Domestic plug/socket type K (Thailand TIS 166 - 2549)', 62),
  current(22, 'DOMESTIC_L', 'Domestic plug/socket type L (CEI 23-16/VII)'),
  current(23, 'DOMESTIC_M', 'Domestic plug/socket type M (South African 15 A/250 V)'),
  deprecated(24, 'Domestic plug/socket type IEC 60906-1 (3 pin)', 61),
  deprecated(25, 'AVCON Connector'),
  deprecated(26, 'Tesla Connector (high power wall)', 43),
  deprecated(27, 'Tesla Connector (universal mobile)', 43),
  deprecated(28, 'Tesla Connector (spare mobile)', 43),
  current(29, 'CHADEMO', 'JEVS G 105 (CHAdeMO)', 'CHAdeMO'),
  current(30, 'IEC_62196_T1', 'IEC 62196-2 type 1 (SAE J1772)', 'Type 1 (SAE J1772)'),
  current(31, 'IEC_62196_T2', 'IEC 62196-2 type 2 (Type 2)', 'Type 2'),
  current(32, 'IEC_62196_T3C', 'IEC 62196-2 type 3c (SCAME)', 'Type 3c'),
  current(33, 'IEC_62196_T1_COMBO', 'IEC 62196-3 type 1 combo (SAE J1772)', 'CCS1'),
  current(34, 'IEC_62196_T2_COMBO', 'IEC 62196-3 type 2 combo (Mennekes)', 'CCS2'),
  current(35, 'IEC_60309_2_SINGLE_16', 'IEC 60309 : industrial P + N + E (AC)', 'Industrial blue AC'),
  current(
    36,
    ['IEC_60309_2_THREE_16', 'IEC_60309_2_THREE_32', 'IEC_60309_2_THREE_64'],
    'IEC 60309 : industrial 3P + E + N (AC)',
    'Industrial red AC',
  ),
  deprecated(37, 'IEC 60309 : industrial 2P + E (AC)'),
  deprecated(38, 'IEC 60309 : industrial P + N + E (AC) (CEEPlus)', 35),
  deprecated(39, 'IEC 60309 : industrial 3P + N + E (AC) (CEEPlus)', 36),
  deprecated(40, 'Better place plug/socket'),
  deprecated(41, 'Marechal plug/socket'),
  current(42, 'DOMESTIC_J', 'Domestic plug/socket type J (SEV 1011) (T13, T23)'),
  current(43, 'SAE_J3400', 'Tesla Connector', 'North American Charging Standard (NACS, SAE J3400)'),
  deprecated(44, 'IEC 61851-1'),
  deprecated(45, 'IEC 62196-2 type 2 (SAE J1772)', 31),
  deprecated(46, 'IEC 60309 : industrial 2P + E (DC)'),
  deprecated(47, 'I-type AS/NZ 3112 (Australian 15A/240V)', 13),
  current(48, 'DOMESTIC_A', 'Domestic plug/socket type A (NEMA 1-15, 2 pins)'),
  current(49, 'DOMESTIC_C', 'Domestic plug/socket type C (CEE 7/17, 2 pins)'),
  current(50, 'IEC_62196_T3A', 'IEC 62196-2 type 3a (SCAME)', 'Type 3a'),
  current(51, 'NEMA_14_50', 'Domestic plug/socket type B (NEMA 14-50)'),
  current(52, 'GBT_AC', 'GB/T (Chinese) AC connector'),
  current(53, 'GBT_DC', 'GB/T (Chinese) DC connector'),
  deprecated(54, 'IEC 62196-2 type 2', 31),
  current(55, 'NEMA_6_50', 'Domestic plug/socket type B (NEMA 6-50)'),
  current(56, 'NEMA_6_30', 'Domestic plug/socket type B (NEMA 6-30)'),
  current(57, 'NEMA_10_30', 'Domestic plug/socket type B (NEMA 10-30)'),
  current(58, 'NEMA_10_50', 'Domestic plug/socket type B (NEMA 10-50)'),
  current(59, 'NEMA_14_30', 'Domestic plug/socket type B (NEMA 14-30)'),
  deprecated(60, 'Domestic plug/socket type M (BS 546, 3 pin, 15A)', 23),
  current(61, 'DOMESTIC_N', 'Domestic plug/socket type N (NBR 14136, 3 pins)'),
  current(62, 'DOMESTIC_O', 'Domestic plug/socket type O (TIS 166-2549, 3 pins)'),
  current(63, 'CHAOJI', 'ChaoJi connector (CHAdeMO 3.0)', 'ChaoJi'),
  current(64, 'PANTOGRAPH_TOP_DOWN', 'Cross-rail pantograph (SAE J3105-1)'),
  current(65, 'PANTOGRAPH_BOTTOM_UP', 'Bus-up pantograph (SAE J3105-2)'),
  current(66, 'TESLA_R', 'Tesla Connector R', 'Tesla Roadster connector'),
  current(67, 'MCS', 'MCS (Megawatt Charging System)', 'Megawatt Charging System (MCS)'),
  current(
    68,
    'TESLA_S',
    'Tesla Proprietary Connector (TESLA_S)',
    'Tesla connector Model-S-type (oval, 5 pin). Compatible with Tesla car models only. See NACS for further information',
  ),
];

function current(
  id: number,
  standards: string | readonly string[],
  name: string,
  commonName: string = name,
): ConnectorTypeRow {
  return { id, standards: typeof standards === 'string' ? [standards] : standards, name, commonName, use: 'current' };
}

function deprecated(id: number, name: string, ...successors: readonly number[]): ConnectorTypeRow {
  const row = { id, standards: [], name, commonName: '', use: 'deprecated' } as const;
  return successors.length === 0 ? row : { ...row, successors };
}

function notUsed(id: number, ...standards: readonly string[]): ConnectorTypeRow {
  return { id, standards, name: '', commonName: '', use: 'notUsed' };
}
