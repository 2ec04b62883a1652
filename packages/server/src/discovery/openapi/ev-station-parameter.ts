/** `evStation[...]`: the filter of charging places. Contract search, evStation filter; what says so is ours. */
import { connectorTypes, paymentSupports, v3Standards } from '@pantograph/model/vocabulary';
import type { JsonObject } from '../../http/docs/openapi/json-schemas.ts';
import type { QueryParameter } from './query-parameter.ts';
import { searching } from './query-parameter.ts';

const OURS = ' An addition of this server.';
const power = { type: 'number', exclusiveMinimum: 0 };

function list(description: string, items: JsonObject): JsonObject {
  return { type: 'array', description: `${description} Any of them will do.`, items, minItems: 1, maxItems: 100 };
}

function vehicle(dimension: string, unit: string): JsonObject {
  const description = `${dimension} of the vehicle in ${unit}: it must fit a bay. Restricted.${OURS}`;
  return { ...power, description };
}

/** By property. A test holds the names against those that the surface knows. */
export const evStationProperties: Readonly<Record<string, JsonObject>> = {
  minPower: { ...power, description: 'kW that a connector delivers at least.' },
  maxPower: { ...power, description: 'kW that a connector delivers at most.' },
  connectorTypeIds: list('Numeric connector type ids of v2.', {
    type: 'string',
    enum: connectorTypes.filter(({ use }) => use === 'current').map(({ id }) => String(id)),
  }),
  // As v3 has them: the list grows.
  connectorTypes: list(`Connector standards of v3.${OURS}`, { type: 'string', 'x-extensible-enum': v3Standards }),
  supplierNames: list('Names of operators.', { type: 'string', minLength: 1 }),
  current: { type: 'string', enum: ['AC', 'DC'], description: 'Kind of current of a connector.' },
  eMobilityServiceProviderPartnerIds: list('Charge cards, by partner id.', { type: 'string', minLength: 1 }),
  paymentMethodIds: list('Ways to pay.', {
    type: 'string',
    enum: paymentSupports.flatMap(({ search }) => (search === undefined ? [] : [search])),
  }),
  available: { type: 'boolean', description: `A connector is free now, by what is known.${OURS}` },
  openNow: { type: 'boolean', description: `The place is open now, on its own clock.${OURS}` },
  operatorIds: list(`Operators, by partner id.${OURS}`, { type: 'string', minLength: 1 }),
  vehicleHeight: vehicle('Height', 'cm'),
  vehicleLength: vehicle('Length', 'cm'),
  vehicleWidth: vehicle('Width', 'cm'),
  vehicleWeight: vehicle('Weight', 'kg'),
  unknownLimits: {
    type: 'string',
    enum: ['exclude', 'include'],
    default: 'exclude',
    description: `Whether a place that states no limit passes the four above.${OURS}`,
  },
};

export const evStationParameter: QueryParameter = {
  name: 'evStation',
  description:
    'Only charging places that meet all of these, on one and the same connector where they are about connectors. ' +
    'Lists have commas between their values; a property that is unknown is refused.',
  form: 'deep',
  schema: { type: 'object', properties: evStationProperties, additionalProperties: false },
  example: { connectorTypeIds: ['31', '34'], minPower: 11 },
  endpoints: searching,
};
