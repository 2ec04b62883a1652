/** The OpenAPI 3.1 document of prices. */
import type { Site } from '@pantograph/model/location';
import { ErrorResponse, PLACE_ID_PREFIX } from '@pantograph/model/search';
import { PricesResponse } from '@pantograph/model/tariff';
import { exampleErrors, exampleUnauthorized } from '../../discovery/openapi/example-bodies.ts';
import { GenericErrorResponse } from '../../discovery/openapi/schema-names.ts';
import type { DescribedOperation } from '../../http/docs/openapi/api-outline.ts';
import { describedAnswer, jsonContent, openApiOf } from '../../http/docs/openapi/api-outline.ts';
import type { JsonObject } from '../../http/docs/openapi/json-schemas.ts';
import { componentSchemas, schemaReference } from '../../http/docs/openapi/json-schemas.ts';
import { withDescriptions } from '../../http/docs/openapi/property-descriptions.ts';
import { examplePrices } from './example-bodies.ts';
import { priceParameters } from './parameters.ts';
import { priceDescriptions, priceSchemas } from './schema-names.ts';

const VERSION = '1.0.0';

const json = (schema: Parameters<typeof schemaReference>[1], example: unknown): JsonObject =>
  jsonContent(schemaReference(priceSchemas, schema), example);

/** @param site that samples ask for; without one they ask for what the example is about. */
export function pricesDocument(site: Pick<Site, 'contentId'> | undefined): JsonObject {
  return openApiOf({
    title: 'Prices',
    version: VERSION,
    description:
      'What a charging session costs, itemised, by connector group and tariff. An addition of this server. ' +
      'Energy is in kWh, power in kW, durations are in minutes.',
    base: '/v1',
    operations: [prices(site === undefined ? examplePrices.items[0]?.id : `${PLACE_ID_PREFIX}${site.contentId}`)],
    schemas: withDescriptions(componentSchemas(priceSchemas), priceDescriptions),
  });
}

function prices(id = ''): DescribedOperation {
  return {
    id: 'getPrices',
    method: 'get',
    path: '/prices',
    tag: 'Prices',
    summary: 'What a charging session costs',
    parameters: priceParameters,
    responses: {
      200: describedAnswer('The prices, known or not.', json(PricesResponse, examplePrices), ['X-Attribution']),
      ...Object.fromEntries(
        ([400, 404, 405, 429, 500, 503] as const).map((status) => {
          const { title } = exampleErrors[status];
          return [status, describedAnswer(title, json(ErrorResponse, exampleErrors[status]))];
        }),
      ),
      401: describedAnswer('Unauthorized', json(GenericErrorResponse, exampleUnauthorized)),
      default: describedAnswer('Any other refusal.', json(ErrorResponse, exampleErrors[405])),
    },
    samples: [
      { label: '20 kWh now, paid on the spot', path: `/v1/prices?id=${id}` },
      {
        label: 'Half an hour and an hour of parking, by every tariff',
        path: `/v1/prices?id=${id}&duration=30&parking=60&tariff=all`,
      },
    ],
  };
}
