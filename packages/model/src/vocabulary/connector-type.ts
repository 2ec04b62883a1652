/** Connector types: v3 standard ⇄ v2 numeric id, over the guide's table. */
import type { ConnectorTypeRow } from './connector-type-table.ts';
import { connectorTypes } from './connector-type-table.ts';

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
