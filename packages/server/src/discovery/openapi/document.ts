/** The OpenAPI 3.1 document of discovery. */
import type { Site } from '@pantograph/model/location';
import {
  AutosuggestResponse,
  ErrorResponse,
  PLACE_ID_PREFIX,
  PlaceCollection,
  PlaceItem,
  SearchResponse,
} from '@pantograph/model/search';
import type { DescribedOperation, Sample } from '../../http/docs/openapi/api-outline.ts';
import { describedAnswer, jsonContent, openApiOf } from '../../http/docs/openapi/api-outline.ts';
import type { JsonObject } from '../../http/docs/openapi/json-schemas.ts';
import { componentSchemas, schemaReference } from '../../http/docs/openapi/json-schemas.ts';
import { withDescriptions } from '../../http/docs/openapi/property-descriptions.ts';
import type { Endpoint } from '../read-presentation.ts';
import { evStationParameter } from './ev-station-parameter.ts';
import {
  exampleErrors,
  examplePlace,
  exampleSearch,
  exampleSuggestions,
  exampleUnauthorized,
} from './example-bodies.ts';
import { presentationParameters, showParameter } from './presentation-parameters.ts';
import { describeParameter } from './query-parameter.ts';
import { GenericErrorResponse, searchDescriptions, searchSchemas } from './schema-names.ts';
import { whereParameters } from './where-parameters.ts';

/** The published document whose contract this surface keeps. */
const API_VERSION = '7.155';

const json = (schema: Parameters<typeof schemaReference>[1], example: unknown): JsonObject =>
  jsonContent(schemaReference(searchSchemas, schema), example);

const answers: Readonly<Record<Endpoint, { readonly summary: string; readonly content: JsonObject }>> = {
  browse: { summary: 'Places of a kind around a position, along a route or in an area', content: places() },
  discover: { summary: 'Places that a text asks for', content: places() },
  autosuggest: {
    summary: 'Places and further searches for a text that is being typed',
    content: json(AutosuggestResponse, exampleSuggestions),
  },
  lookup: { summary: 'One place by its id', content: json(PlaceItem, examplePlace) },
};

function places(): JsonObject {
  return {
    ...json(SearchResponse, exampleSearch),
    'application/geo+json': { schema: schemaReference(searchSchemas, PlaceCollection) },
  };
}

/** @param site that samples ask for; without one they ask for what the examples are about. */
export function discoveryDocument(site: Pick<Site, 'contentId' | 'location'> | undefined): JsonObject {
  return openApiOf({
    title: 'Discovery of charging places',
    version: API_VERSION,
    description:
      'Where one can charge: by position, area, route or text, with filters for connectors, power and charge cards. ' +
      'What is found is looked up in v3 by the same id. Power is in kW here and in W there.',
    base: '/v1',
    operations: (['browse', 'discover', 'autosuggest', 'lookup'] as const).flatMap((endpoint) => [
      operation(endpoint, 'get', samplesOf(site)[endpoint]),
      ...(endpoint === 'lookup' ? [] : [operation(endpoint, 'post', [])]),
    ]),
    schemas: withDescriptions(componentSchemas(searchSchemas), searchDescriptions),
    headers: {
      'X-Results': {
        description: 'How much there is: `matched=1234, returned=20, truncated=?1`. An addition of this server.',
        schema: { type: 'string' },
      },
    },
  });
}

function operation(endpoint: Endpoint, method: 'get' | 'post', samples: readonly Sample[]): DescribedOperation {
  const { summary, content } = answers[endpoint];
  const parameters = [...whereParameters, evStationParameter, showParameter(endpoint), ...presentationParameters]
    .filter(({ endpoints }) => endpoints.includes(endpoint))
    .filter(({ name }) => method === 'get' || name !== 'route');
  const headers = endpoint === 'lookup' ? ['X-Attribution'] : ['X-Attribution', 'X-Results'];
  return {
    id: method === 'get' ? endpoint : `${endpoint}AlongRoute`,
    method,
    path: `/${endpoint}`,
    tag: endpoint === 'lookup' ? 'Lookup' : 'Search',
    summary: method === 'get' ? summary : `${summary}; the route is in the body`,
    parameters: parameters.map((parameter) => describeParameter(parameter, endpoint)),
    ...(method === 'post' && { requestBody }),
    responses: {
      200: describedAnswer(endpoint === 'lookup' ? 'The place.' : 'What was found, best first.', content, headers),
      ...errorsOf(endpoint, method),
    },
    samples,
  };
}

const requestBody: JsonObject = {
  required: true,
  content: {
    'application/x-www-form-urlencoded': {
      schema: {
        type: 'object',
        properties: {
          route: {
            type: 'string',
            description: 'As the parameter of that name.',
            pattern: '^[A-Za-z0-9_-]+(;w=\\d+)?$',
          },
        },
        required: ['route'],
        additionalProperties: false,
      },
    },
  },
};

function errorsOf(endpoint: Endpoint, method: 'get' | 'post'): Readonly<Record<string, JsonObject>> {
  const statuses = [
    400,
    403,
    ...(endpoint === 'lookup' ? [404] : []),
    405,
    ...(method === 'post' ? [413, 415] : []),
    429,
    500,
    503,
  ];
  const described = Object.entries(exampleErrors)
    .filter(([status]) => statuses.includes(Number(status)))
    .map(([status, example]) => [status, describedAnswer(example.title, json(ErrorResponse, example))] as const);
  return {
    ...Object.fromEntries(described),
    401: describedAnswer('Unauthorized', json(GenericErrorResponse, exampleUnauthorized)),
    default: describedAnswer('Any other refusal.', json(ErrorResponse, exampleErrors[405])),
  };
}

function samplesOf(
  site: Pick<Site, 'contentId' | 'location'> | undefined,
): Readonly<Record<Endpoint, readonly Sample[]>> {
  const { lat, lng } = site === undefined ? examplePlace.position : positionOf(site);
  const at = `${String(lat)},${String(lng)}`;
  const id = site === undefined ? examplePlace.id : `${PLACE_ID_PREFIX}${site.contentId}`;
  return {
    browse: [
      { label: 'Charging stations around here', path: `/v1/browse?at=${at}&categories=700-7600-0322&show=ev` },
      {
        label: 'Type 2 from 11 kW within 3 km',
        path: `/v1/browse?at=${at}&in=circle:${at};r=3000&evStation[connectorTypeIds]=31&evStation[minPower]=11`,
      },
    ],
    discover: [{ label: 'By text', path: `/v1/discover?q=charging+station&at=${at}` }],
    autosuggest: [{ label: 'While it is being typed', path: `/v1/autosuggest?q=charg&at=${at}&termsLimit=3` }],
    lookup: [{ label: 'One place with its connectors', path: `/v1/lookup?id=${id}&show=ev` }],
  };
}

function positionOf({ location }: Pick<Site, 'location'>): { lat: number; lng: number } {
  const { latitude, longitude } = location.coordinates;
  return { lat: Number(latitude), lng: Number(longitude) };
}
