/** v2 connector type, by number or by name, to the v3 standard. Migration guide, connector mapping table. */
import type { ConnectorTypeRow } from '@pantograph/model/vocabulary';
import { UNRECOGNIZED_ID, connectorTypeOfId, connectorTypes, legacyIdOfStandard } from '@pantograph/model/vocabulary';
import type { Tell } from '../report/ledger.ts';

/** What tells sockets of one number apart, and where the place is. */
interface Around {
  /** Amperes. */
  readonly amps: number | undefined;
  readonly kilowatts: number | undefined;
  /** ISO 3166-1 alpha-3. */
  readonly country: string | undefined;
}

interface TypeInput {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

/** What v3 calls a type without a standard, as the guide's row for it does. */
const UNRECOGNIZED = 'UNRECOGNIZED';

const NACS_ID = 43;
const INDUSTRIAL_RED_ID = 36;

/** Where NACS is the usual plug. */
const northAmerica = new Set(['USA', 'CAN', 'MEX', 'PRI']);

/** @param path of the v2 connector */
export function standardOf(type: TypeInput | undefined, around: Around, path: string, tell: Tell): string {
  const at = `${path}/connectorType`;
  const row = rowOf(type, at, tell);
  if (row === undefined) return UNRECOGNIZED;
  if (row.id === INDUSTRIAL_RED_ID) return industrialRed(row, around, at, tell);
  if (row.id === NACS_ID && around.country !== undefined && !northAmerica.has(around.country)) {
    tell('connector_43_outside_north_america', at, around.country);
  }
  const [standard] = row.standards;
  return standard ?? successorOf(row, at, tell);
}

function rowOf(type: TypeInput | undefined, at: string, tell: Tell): ConnectorTypeRow | undefined {
  const { id, name } = type ?? {};
  const byId = id === undefined || !/^\d{1,3}$/.test(id) ? undefined : connectorTypeOfId(Number(id));
  const byName = name === undefined ? undefined : rowsByName.get(plainName(name));
  if (byId !== undefined) {
    if (byName !== undefined && byName.id !== byId.id) tell('connector_name_contradicts', `${at}/name`, name);
    return byId.id === UNRECOGNIZED_ID ? undefined : byId;
  }
  if (byName !== undefined) {
    if (id !== undefined) tell('connector_id_unknown', `${at}/id`, id);
    return byName;
  }
  tell('connector_type_unknown', at, type);
  return undefined;
}

/** 16, 32 and 63 (which OCPI calls 64) amperes have plugs of their own. */
function industrialRed({ standards }: ConnectorTypeRow, { amps, kilowatts }: Around, at: string, tell: Tell): string {
  const most = amps ?? (kilowatts === undefined ? undefined : Math.round((kilowatts * 1000) / (3 * 230)));
  const size = most === undefined ? undefined : ampSizes.find(({ from, to }) => from <= most && most <= to)?.size;
  const standard = standards.find((one) => one.endsWith(`_${String(size)}`));
  if (standard === undefined) tell('connector_36_ambiguous', at, most);
  else if (amps === undefined) tell('connector_36_by_power', at, kilowatts);
  return standard ?? standards[0] ?? UNRECOGNIZED;
}

/** A charger behind a plug gives what the plug carries or a little less. */
const ampSizes = [
  { size: 16, from: 10, to: 16 },
  { size: 32, from: 20, to: 32 },
  { size: 64, from: 40, to: 64 },
] as const;

function successorOf({ id, successors = [] }: ConnectorTypeRow, at: string, tell: Tell): string {
  const [first, second] = successors;
  const standard = first === undefined ? undefined : connectorTypeOfId(first)?.standards[0];
  if (standard === undefined) tell('connector_retired', at, id);
  else tell(second === undefined ? 'connector_by_successor' : 'connector_successor_ambiguous', at, id);
  return standard ?? UNRECOGNIZED;
}

/** Spelling of names varies between the product, its documents and its recordings; letters and digits do not. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9+]/g, '');
}

/** Other names of the same: contract v2, name drift. */
const olderNames: Readonly<Record<string, number>> = {
  'IEC 62196-2 type 2 (Mennekes)': 31,
  NACS: 43,
  'CCS 1': 33,
  'CCS 2': 34,
};

const rowsByName = namesOf();

function namesOf(): ReadonlyMap<string, ConnectorTypeRow> {
  const names = new Map<string, ConnectorTypeRow>();
  const name = (text: string, row: ConnectorTypeRow): void => {
    const plain = plainName(text);
    // The first of the table is meant: later rows repeat a name only where they are retired.
    if (plain !== '' && !names.has(plain)) names.set(plain, row);
  };
  for (const row of connectorTypes) name(row.name, row);
  for (const row of connectorTypes) name(row.commonName, row);
  for (const row of connectorTypes)
    for (const standard of row.standards) if (row.use === 'current') name(standard, row);
  for (const [text, id] of Object.entries(olderNames)) {
    const row = connectorTypeOfId(id);
    if (row !== undefined) name(text, row);
  }
  return names;
}

/** Without a word about it: the number that v2 itself would write for the type. */
export function legacyIdOfType(type: TypeInput | undefined): number {
  const silent: Tell = () => undefined;
  const standard = standardOf(type, { amps: undefined, kilowatts: undefined, country: undefined }, '', silent);
  return legacyIdOfStandard(standard);
}

export function isConnectorName(name: string): boolean {
  return rowsByName.has(plainName(name));
}
