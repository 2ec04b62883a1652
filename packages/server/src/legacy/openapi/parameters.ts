/** What the names in the table of resources mean. Contract v2, parameters of stations. */
import { connectorTypes } from '@pantograph/model/vocabulary';
import type { JsonObject } from '../../http/docs/openapi/json-schemas.ts';

interface Described {
  readonly description: string;
  readonly schema: JsonObject;
  readonly form?: 'commas' | 'repeated';
  readonly example: unknown;
}

const oneOfThree = ' Exactly one of prox, bbox and corridor.';
const point = '[^,;]+,[^,;]+';

const described: Readonly<Record<string, Described>> = {
  prox: {
    description: `In a circle: \`lat,lon,radius\`, the radius in whole metres up to 200,000.${oneOfThree}`,
    schema: { type: 'string', pattern: `^${point},\\d+$` },
    example: '52.0116,4.3571,3000',
  },
  bbox: {
    description: `In a box: \`lat,lon;lat,lon\`, the top left corner first; no side longer than 400 km.${oneOfThree}`,
    schema: { type: 'string', pattern: `^${point};${point}$` },
    example: '52.05,4.3;51.99,4.42',
  },
  corridor: {
    description: `Along a line: \`lat,lon;lat,lon;...\` of 2 to 2000 points and, after them, \`;width\` in metres where it is not 1000; at most 5000 km².${oneOfThree}`,
    schema: { type: 'string', pattern: `^${point}(;${point})+(;[^,;]+)?;?$` },
    example: '52.0116,4.3571;52.0786,4.2888;2000',
  },
  route: {
    description: 'Along a route: a flexible polyline of 2 to 2000 points.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]+$' },
    example: 'BFoz5xJ67i1B1B7PzIhaxL7Y',
  },
  width: {
    description: 'Width of the corridor in metres.',
    schema: { type: 'number', minimum: 1, maximum: 50_000, default: 1000 },
    example: 1000,
  },
  connectortype: {
    description: 'Only stations with a connector of one of these types, by numeric id.',
    form: 'commas',
    schema: {
      type: 'array',
      items: { type: 'integer', enum: connectorTypes.filter(({ use }) => use === 'current').map(({ id }) => id) },
      minItems: 1,
      maxItems: 100,
    },
    example: [31, 34],
  },
  emsp: {
    description: 'Only stations that take one of these charge cards, by partner id.',
    form: 'commas',
    schema: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 64 }, minItems: 1, maxItems: 100 },
    example: ['1800ce90-3753-8347-8dab-babe0362bc56'],
  },
  strictcount: {
    description:
      'Whether `count` is the number of all stations that match, filters included. By contract it is the size of the page, ' +
      'and that of a count disregards filters. An addition of this server.',
    schema: { type: 'boolean' },
    example: true,
  },
  maxresults: {
    description: 'How many stations at most.',
    schema: { type: 'integer', minimum: 1, maximum: 1000, default: 50 },
    example: 50,
  },
  offset: {
    description: 'Stations to pass over.',
    schema: { type: 'integer', minimum: 0, maximum: 10_000_000, default: 0 },
    example: 0,
  },
  id: {
    description:
      'Ids, once for each; only what follows the last colon counts. Unknown ones are left out of the answer.',
    form: 'repeated',
    schema: { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1, maxItems: 100 },
    example: ['pan0-6N1cT0qkYx3mWb7hR2sVfg'],
  },
};

/** Throws for a name that nobody described. */
export function queryParameter(name: string, required: boolean): JsonObject {
  const parameter = described[name];
  if (parameter === undefined) throw new Error(`the parameter ${name} of v2 is not described`);
  const { description, schema, form, example } = parameter;
  return {
    name,
    in: 'query',
    description,
    ...(required && { required }),
    ...(form !== undefined && { style: 'form', explode: form === 'repeated' }),
    schema,
    example,
  };
}

export const formatParameter: JsonObject = {
  name: 'format',
  in: 'path',
  required: true,
  description: 'Of the answer.',
  schema: { type: 'string', enum: ['json', 'xml'] },
  example: 'json',
};

export function idParameter(id: string): JsonObject {
  return {
    name: 'id',
    in: 'path',
    required: true,
    description: 'Of a station or pool, which share it; only what follows the last colon counts.',
    schema: { type: 'string', minLength: 1 },
    example: id,
  };
}
