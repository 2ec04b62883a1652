/** The query parameters of `/v1/prices` as its description has them. */
import { MAX_TARIFF_VALUES, MAX_TARIFF_VALUE_LENGTH, TARIFF_VALUE } from '@pantograph/model/v3';
import type { JsonObject } from '../../http/docs/openapi/json-schemas.ts';
import { MAX_ENERGY, MAX_MINUTES, MAX_POWER, MAX_STANDARDS, USUAL_ENERGY } from '../read-question.ts';
import { examplePrices } from './example-bodies.ts';

const [place] = examplePrices.items;

function inQuery(name: string, description: string, schema: JsonObject, example: unknown): JsonObject {
  return { name, in: 'query', description, schema, example };
}

function texts(maxItems: number): JsonObject {
  return { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1, maxItems, uniqueItems: true };
}

export const priceParameters: readonly JsonObject[] = [
  {
    ...inQuery('id', 'Places, by ids of any form; only what follows the last colon counts.', texts(100), [place?.id]),
    required: true,
    style: 'form',
    explode: false,
  },
  inQuery('evse', 'One EVSE of one place, by its uid or its EVSE id.', { type: 'string', minLength: 1 }, 'E1'),
  inQuery('connector', 'One connector of that EVSE.', { type: 'string', minLength: 1 }, '1'),
  {
    ...inQuery('standard', 'Connectors of these standards.', texts(MAX_STANDARDS), ['IEC_62196_T2']),
    style: 'form',
    explode: false,
  },
  inQuery(
    'energy',
    'kWh. Without it, what `duration` and the power give; without either, 20.',
    { type: 'number', minimum: 0, maximum: MAX_ENERGY, default: USUAL_ENERGY },
    USUAL_ENERGY,
  ),
  inQuery(
    'power',
    'kW that the vehicle takes at most. Without it, what the connector gives at most. Not together with energy and duration.',
    { type: 'number', exclusiveMinimum: 0, maximum: MAX_POWER },
    11,
  ),
  inQuery(
    'duration',
    'Minutes of charging. Without it, what the energy takes at that power.',
    { type: 'integer', minimum: 1, maximum: MAX_MINUTES },
    45,
  ),
  inQuery(
    'parking',
    'Minutes that the vehicle stays after charging.',
    { type: 'integer', minimum: 0, maximum: MAX_MINUTES, default: 0 },
    30,
  ),
  inQuery(
    'start',
    'When charging starts, ISO 8601 with its offset. Without it, the minute that has begun.',
    { type: 'string', format: 'date-time' },
    '2026-03-10T20:30:00Z',
  ),
  {
    ...inQuery(
      'tariff',
      'Which tariffs, in the words of v3: `all`, `adhoc` (as when absent), `cpo`, `emsp`, `partner:<partnerId>`, ' +
        '`partner:<partnerId>;name=<name>,<name>`, and the older forms without `partner:`.',
      {
        type: 'array',
        items: { type: 'string', maxLength: MAX_TARIFF_VALUE_LENGTH, pattern: TARIFF_VALUE.source },
        minItems: 1,
        maxItems: MAX_TARIFF_VALUES,
      },
      ['all'],
    ),
    style: 'form',
    explode: true,
  },
];
