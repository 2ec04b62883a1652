/** Bodies that the API description shows. Made up; a test holds them against the schemas. */
import type { AutosuggestResponse, ErrorResponse, PlaceItem, SearchResponse } from '@pantograph/model/search';

const updated = '2026-03-10T11:58:04.000Z';

export const examplePlace: PlaceItem = {
  title: 'Demo CPO',
  id: 'here:pds:place:pan0-6N1cT0qkYx3mWb7hR2sVfg',
  resultType: 'place',
  address: {
    label: 'Demo CPO, Karl-Liebknecht-Straße 1, 10178 Berlin, Germany',
    countryCode: 'DEU',
    countryName: 'Germany',
    city: 'Berlin',
    street: 'Karl-Liebknecht-Straße',
    postalCode: '10178',
    houseNumber: '1',
  },
  position: { lat: 52.5219, lng: 13.4132 },
  access: [{ lat: 52.5219, lng: 13.4132 }],
  distance: 120,
  categories: [{ id: '700-7600-0322', name: 'EV Charging Station', primary: true }],
  extended: {
    evStation: {
      connectors: [
        {
          supplierName: 'Demo CPO',
          connectorType: { name: 'IEC 62196-3 type 2 combo (Mennekes)', id: '34' },
          fixedCable: true,
          maxPowerLevel: 300,
          chargingPoint: {
            numberOfConnectors: 1,
            numberOfAvailable: 1,
            numberOfInUse: 0,
            lastUpdateTimestamp: updated,
          },
        },
      ],
      totalNumberOfConnectors: 1,
    },
    evAvailability: {
      stations: [
        {
          id: 'pan0-6N1cT0qkYx3mWb7hR2sVfg',
          cpoId: 'DMO-1',
          evses: [
            {
              id: 'E1',
              cpoId: 'E1',
              cpoEvseEMI3Id: 'DE*DMO*E1',
              state: 'AVAILABLE',
              last_updated: updated,
              connectors: [{ id: '1', cpoId: '1', typeId: '34', maxPowerLevel: 300 }],
            },
          ],
        },
      ],
    },
  },
};

export const exampleSearch: SearchResponse = { items: [examplePlace], offset: 0, nextOffset: 1, count: 1, limit: 1 };

export const exampleSuggestions: AutosuggestResponse = {
  items: [
    {
      title: 'Demo CPO',
      id: 'pantograph:chainQuery:3f6c1a52-8d0e-8b7a-9c41-5e2d70b9a614',
      resultType: 'chainQuery',
      href: 'http://localhost:8080/v1/browse?at=52.5%2C13.4&chains=3f6c1a52-8d0e-8b7a-9c41-5e2d70b9a614',
      highlights: { title: [{ start: 0, end: 4 }] },
    },
  ],
  queryTerms: [{ term: 'demo', replaces: 'dem', start: 0, end: 3 }],
};

const correlationId = '5f0c9a3e-2b1d-4c8f-9e67-1a2b3c4d5e6f';

function refused(status: number, title: string, code: string, cause: string, action: string): ErrorResponse {
  return { status, title, code, cause, action, correlationId, requestId: correlationId };
}

export const exampleErrors: Readonly<Record<400 | 403 | 404 | 405 | 413 | 415 | 429 | 500 | 503, ErrorResponse>> = {
  400: refused(
    400,
    'Bad Request',
    'parameter_invalid',
    'The parameter limit is out of range with 101',
    'Send limit as a whole number from 1 to 100.',
  ),
  403: refused(
    403,
    'Forbidden',
    'rights_missing',
    'The parameter evStation[vehicleHeight] asks for truck limits, which this key may not see',
    'Ask without evStation[vehicleHeight], or with a key that has the right truckRestrictions.',
  ),
  404: refused(
    404,
    'No content found with provided ID',
    'not_found',
    'No place has the id "here:pds:place:unheard-of"',
    'Check the identifier; a location that was removed is not served any more.',
  ),
  405: refused(
    405,
    'Method not allowed for this action',
    'method_not_allowed',
    'The method PUT is not for /v1/browse',
    'Use GET, HEAD, POST.',
  ),
  413: refused(413, 'Content Too Large', 'body_too_long', 'The body has more than 1 MiB', 'Send at most 1 MiB.'),
  415: refused(
    415,
    'Unsupported Media Type',
    'media_type_unsupported',
    'The body has "application/json"',
    'Send the body as application/x-www-form-urlencoded.',
  ),
  429: refused(
    429,
    'Too Many Requests',
    'too_many_requests',
    'The rate of this caller is used up',
    'Wait for the seconds that Retry-After gives.',
  ),
  500: refused(
    500,
    'Internal Error',
    'internal_error',
    'The server failed to answer this request',
    'Try again; if it stays, report the correlation id to the operator of this server.',
  ),
  503: refused(503, 'Service Unavailable', 'unavailable', 'No answer within 30 seconds', 'Try again in a few seconds.'),
};

export const exampleUnauthorized = {
  error: 'Unauthorized',
  error_description: 'No credentials found. Send a key as apiKey= or a token as Authorization: Bearer.',
};
