/**
 * The parameters `evStation[...]`. Source: contract search, evStation filter; connectorTypes, available, openNow,
 * operatorIds and what is about vehicles are ours.
 */
import { paymentSupportOfSearch, paymentSupports, v3Standards } from '@pantograph/model/vocabulary';
import type { RequestContext } from '../http/surface.ts';
import type { ConnectorFilter, SiteFilter } from '../atlas/query.ts';
import type { Condition } from './condition.ts';
import { standardsOfIds } from './connector-type-ids.ts';
import { readNumber } from './numbers.ts';
import type { Parameters } from './parameters.ts';
import { invalid, quoted, readChoice } from './parameters.ts';
import { readVehicleNeeds, vehicleProperties } from './read-vehicle-needs.ts';

type Reader = (name: string, parameters: Parameters, context: RequestContext) => SiteFilter | undefined;

const readers: Readonly<Record<string, Reader>> = {
  minPower: (name, parameters) => power(name, parameters, (watts) => ({ minPowerWatts: watts })),
  maxPower: (name, parameters) => power(name, parameters, (watts) => ({ maxPowerWatts: watts })),
  connectorTypeIds: (name, parameters) => connectorTypes(standardsOfIds(name, parameters)),
  connectorTypes: (name, parameters) =>
    connectorTypes(parameters.list(name, STANDARDS_FORM)?.map((each) => standardOf(name, each))),
  supplierNames: (name, parameters) =>
    supplierNames(parameters.list(name, 'a list of names of operators'), parameters.text(name)),
  current: (name, parameters) => {
    const current = readChoice(parameters, name, ['AC', 'DC']);
    return current === undefined ? undefined : { connector: { current } };
  },
  eMobilityServiceProviderPartnerIds: (name, parameters) => {
    const ids = parameters.list(name, IDS_FORM);
    return ids === undefined ? undefined : { eMobilityServiceProviders: eitherCase(ids) };
  },
  paymentMethodIds: (name, parameters) => {
    const ids = parameters.list(name, PAYMENTS_FORM);
    return ids === undefined ? undefined : { paymentSupports: new Set(ids.map((id) => paymentOf(name, id))) };
  },
  available: (name, parameters) => (isTrue(name, parameters) ? { connector: { available: true } } : undefined),
  openNow: (name, parameters, { now }) => (isTrue(name, parameters) ? { openAt: now } : undefined),
  operatorIds: (name, parameters) => {
    const ids = parameters.list(name, IDS_FORM);
    return ids === undefined ? undefined : { operatorIds: [eitherCase(ids)] };
  },
};

const PREFIX = 'evStation[';
const properties = [...Object.keys(readers), ...vehicleProperties];

/** One condition per property; unknown properties are refused, since a filter that is silently not applied misleads. */
export function readEvStation(parameters: Parameters, context: RequestContext): readonly Condition[] {
  for (const name of parameters.names()) {
    if (name !== 'evStation' && !name.startsWith(PREFIX)) continue;
    if (name.endsWith(']') && properties.includes(name.slice(PREFIX.length, -1))) continue;
    throw invalid(
      quoted(name).slice(1, -1),
      'is no filter',
      `evStation[property]=value with one of ${properties.join(', ')}`,
    );
  }
  const conditions = Object.entries(readers).flatMap(([property, read]): readonly Condition[] => {
    const name = `${PREFIX}${property}]`;
    const filter = read(name, parameters, context);
    return filter === undefined ? [] : [{ parameter: name, filter }];
  });
  return [...conditions, ...readVehicleNeeds(parameters, context)];
}

const POWER_FORM = 'a number of kW above 0';

/** kW on the wire, W inside; what the multiplication adds behind the milliwatts is not the caller's. */
function power(
  name: string,
  parameters: Parameters,
  filter: (watts: number) => ConnectorFilter,
): SiteFilter | undefined {
  const text = parameters.text(name, POWER_FORM);
  if (text === undefined) return undefined;
  const kilowatts = readNumber(name, text, { above: 0 }, POWER_FORM);
  return { connector: filter(Math.round(kilowatts * 1e6) / 1e3) };
}

function connectorTypes(standards: readonly string[] | undefined): SiteFilter | undefined {
  return standards === undefined ? undefined : { connector: { standards: new Set(standards) } };
}

const IDS_FORM = 'a list of partner ids';
const STANDARDS_FORM = `a list of ${v3Standards.join(', ')}`;
const standards = new Set(v3Standards);

function standardOf(name: string, value: string): string {
  const standard = value.toUpperCase();
  if (standards.has(standard)) return standard;
  throw invalid(name, `has the unknown connector type ${quoted(value)}`, STANDARDS_FORM);
}

/** A name may hold a comma itself, so the whole text counts as a name too. */
function supplierNames(names: readonly string[] | undefined, whole: string | undefined): SiteFilter | undefined {
  if (names === undefined || whole === undefined) return undefined;
  return { supplierNames: new Set([...names, whole.trim()]) };
}

/** Partner ids are UUIDs, which read the same in either case. */
export function eitherCase(ids: readonly string[]): ReadonlySet<string> {
  return new Set(ids.flatMap((id) => [id, id.toLowerCase()]));
}

const payments = paymentSupports.flatMap(({ search }) => (search === undefined ? [] : [search]));
const PAYMENTS_FORM = `a list of ${payments.join(', ')}`;

function paymentOf(name: string, id: string): string {
  const support = paymentSupportOfSearch(id);
  if (support !== undefined) return support;
  throw invalid(name, `has the unknown payment method ${quoted(id)}`, PAYMENTS_FORM);
}

function isTrue(name: string, parameters: Parameters): boolean {
  return readChoice(parameters, name, ['true', 'false']) === 'true';
}
