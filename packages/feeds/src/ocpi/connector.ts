/** OCPI 2.3.0 mod_locations, Connector, from any version. */
import type { Connector } from '@pantograph/model/ocpi';
import type { PowerType } from '@pantograph/model/vocabulary';
import { isDirectCurrentOnly, standardValues } from './connector-standards.ts';
import { electric } from './electric.ts';
import { closedValue, openValue, openValues } from './enumeration.ts';
import { connectorCapabilityValues, formatValues, powerTypeValues } from './enumerations.ts';
import { EXTENSION_FIELD } from './extension.ts';
import { fieldSet, withKnownFields } from './fields.ts';
import type { Findings } from './findings.ts';
import { lastUpdatedIn } from './future.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, isNothing } from './json-object.ts';
import { texts } from './lists.ts';
import type { Scope } from './scope.ts';
import { number, text } from './values.ts';

const fields = fieldSet(
  [
    'id',
    'standard',
    'format',
    'power_type',
    'max_voltage',
    'max_amperage',
    'max_electric_power',
    'voltage',
    'amperage',
    'tariff_ids',
    'tariff_id',
    'terms_and_conditions',
    'capabilities',
    'last_updated',
    'status',
    EXTENSION_FIELD,
  ],
  { connector_id: 'id', connector_type: 'standard', connector_standard: 'standard', max_power: 'max_electric_power' },
);

/** A standard for connectors that name none; v2's id 0 in the guide. */
const UNDEFINED_STANDARD = 'CONNECTOR_TYPE_UNDEFINED';

/** A connector that still lacks what its neighbours and its EVSE decide. */
export interface ReadConnector {
  /** JSON pointer. */
  readonly at: string;
  readonly connector: Omit<Connector, 'id' | 'last_updated'>;
  readonly id: string | undefined;
  readonly lastUpdated: string | undefined;
  /** Not OCPI; some feeds have a status here. */
  readonly status: unknown;
}

export function readConnector(raw: JsonObject, at: string, scope: Scope): ReadConnector {
  const { findings } = scope;
  const object = withKnownFields(withoutFilled(raw), fields, at, findings);
  const standard = standardOf(object, at, scope);
  const powerType = powerTypeOf(object, standard, at, findings);
  const format = closedValue(formatValues, object, 'format', at, findings);
  const { volts, amperes, watts } = electricOf(object, powerType, at, scope);
  if (isNothing(object['format'])) findings.add('required_missing', `${at}/format`, { field: 'format' });
  if (powerType === undefined && isNothing(object['power_type'])) {
    findings.add('required_missing', `${at}/power_type`, { field: 'power_type' });
  }
  if (format === 'SOCKET' && isDirectCurrentOnly(standard)) {
    findings.add('format_doubtful', `${at}/format`, { standard });
  }
  return {
    at,
    id: text(object, 'id', at, findings),
    lastUpdated: lastUpdatedIn(object, at, scope),
    status: object['status'],
    connector: {
      standard,
      format,
      power_type: powerType,
      max_voltage: whole(volts, `${at}/max_voltage`, findings),
      max_amperage: whole(amperes, `${at}/max_amperage`, findings),
      max_electric_power: watts,
      tariff_ids: tariffIds(object, at, scope),
      terms_and_conditions: text(object, 'terms_and_conditions', at, findings),
      capabilities: openValues(connectorCapabilityValues, object, 'capabilities', at, findings),
    },
  };
}

/** What OCPI requires and a sender of our kind does not know either; it says so in `pantograph`. */
const fillable = new Set(['format', 'power_type', 'max_voltage', 'max_amperage']);

function withoutFilled(raw: JsonObject): JsonObject {
  const extension = raw[EXTENSION_FIELD];
  const filled = isJsonObject(extension) ? extension['filled'] : undefined;
  if (!Array.isArray(filled)) return raw;
  const names = new Set<unknown>(filled);
  return Object.fromEntries(Object.entries(raw).filter(([name]) => !fillable.has(name) || !names.has(name)));
}

function standardOf(object: JsonObject, at: string, { findings, country }: Scope): string {
  const standard = openValue(standardValues(country), object, 'standard', at, findings);
  if (standard !== undefined) return standard;
  findings.add('standard_missing', `${at}/standard`, { value: UNDEFINED_STANDARD });
  return UNDEFINED_STANDARD;
}

/** Some plugs leave no choice. */
function powerTypeOf(object: JsonObject, standard: string, at: string, findings: Findings): PowerType | undefined {
  const said = closedValue(powerTypeValues, object, 'power_type', at, findings);
  if (said === 'DC' || !isDirectCurrentOnly(standard)) return said;
  const path = `${at}/power_type`;
  if (said === undefined) findings.add('power_type_from_standard', path, { value: 'DC', standard });
  else findings.add('power_type_contradicts', path, { found: said, value: 'DC', standard });
  return 'DC';
}

function electricOf(object: JsonObject, powerType: PowerType | undefined, at: string, scope: Scope) {
  const { findings } = scope;
  const volts = currentOrOlder(object, 'max_voltage', 'voltage', at, scope);
  const amperes = currentOrOlder(object, 'max_amperage', 'amperage', at, scope);
  const watts = number(object, 'max_electric_power', at, findings);
  return electric({ volts, amperes, watts }, powerType, at, findings);
}

/** OCPI 2.1.1 has `voltage` and `amperage`. */
function currentOrOlder(object: JsonObject, field: string, older: string, at: string, scope: Scope) {
  if (!isNothing(object[field]) || isNothing(object[older])) return number(object, field, at, scope.findings);
  noteOlder(older, field, at, scope);
  return number(object, older, at, scope.findings);
}

function tariffIds(object: JsonObject, at: string, scope: Scope): string[] | undefined {
  const ids = texts(object, 'tariff_ids', at, scope.findings);
  if (isNothing(object['tariff_id'])) return ids;
  const id = text(object, 'tariff_id', at, scope.findings);
  if (id === undefined) return ids;
  noteOlder('tariff_id', 'tariff_ids', at, scope);
  return ids === undefined ? [id] : [...new Set([...ids, id])];
}

function noteOlder(found: string, field: string, at: string, { findings, version }: Scope): void {
  if (version !== '2.1.1') findings.addOnce('older_field', found, `${at}/${found}`, { found, field });
}

function whole(value: number | undefined, path: string, findings: Findings): number | undefined {
  if (value === undefined || Number.isInteger(value)) return value;
  const rounded = Math.round(value);
  findings.add('value_retyped', path, { found: value, value: rounded });
  return rounded;
}
