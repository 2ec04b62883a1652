/** Bodies that the API description shows. Made up; a test holds them against the schemas. */
import type { ChargingLocation, ErrorResponse, GenericErrorResponse, MetadataByCountry } from '@pantograph/model/v3';

const operator = {
  name: 'Demo CPO',
  partnerId: '3f6c1a52-8d0e-8b7a-9c41-5e2d70b9a614',
  website: 'https://cpo.example',
  eMobilityIds: ['DE-DMO'],
};

export const exampleLocation: ChargingLocation = {
  id: 'here:evcp:charginglocation:pan0-6N1cT0qkYx3mWb7hR2sVfg',
  location: { lat: 52.5219, lng: 13.4132 },
  supportedVehicles: ['car'],
  name: 'Demo CPO',
  operator,
  evses: [
    {
      uid: 'E1',
      id: `here:evcp:evse:${'0123456789abcdef'.repeat(4)}`,
      evseId: 'DE*DMO*E1',
      status: 'AVAILABLE',
      modified: '2026-03-10T11:58:04.000Z',
      capabilities: ['REMOTE_START_STOP_CAPABLE'],
      paymentSupports: ['rfidReader', 'operatorApp'],
      connectors: [
        {
          id: '1',
          standard: 'IEC_62196_T2_COMBO',
          format: 'CABLE',
          powerType: 'DC',
          maxVoltage: 920,
          maxCurrent: 500,
          maxPower: 300_000,
          tariffIndexes: [0],
        },
      ],
    },
  ],
  connectorGroups: [
    {
      standard: 'IEC_62196_T2_COMBO',
      maxPower: 300_000,
      connectorCount: 1,
      availableConnectorCount: 1,
      connectors: [{ evseUid: 'E1', connectorIds: ['1'] }],
      tariffIndexes: [0],
    },
  ],
  tariffs: [
    {
      partner: operator.name,
      partnerId: operator.partnerId,
      currency: 'EUR',
      type: 'adhoc',
      elements: [
        {
          components: [{ dimension: 'ENERGY', price: 0.39, vat: 19, step: 1 }],
          condition: { time: { from: '22:00:00', to: '06:00:00' } },
        },
        { components: [{ dimension: 'ENERGY', price: 0.49, vat: 19, step: 1 }] },
      ],
    },
  ],
};

export const exampleMetadata: MetadataByCountry = {
  countries: [
    {
      countryCode: 'DEU',
      eMobilityServiceProviders: [
        { name: 'Demo card', partnerId: '7b0d94c6-1f52-8e3a-a6d8-90c4e17f3b25', eMobilityIds: ['DE-DMC'] },
      ],
      operators: [{ name: operator.name, partnerId: operator.partnerId, tariffs: [{ name: 'Night owl' }] }],
      connectorTypes: [
        { standard: 'IEC_62196_T2_COMBO', commonName: 'CCS2', maxPower: 300_000, legacyId: 34 },
        { standard: 'MCS', commonName: 'Megawatt Charging System (MCS)', maxPower: 1_000_000, legacyId: 67 },
      ],
    },
  ],
  missingCountries: ['ATA'],
};

const correlationId = '5f0c9a3e-2b1d-4c8f-9e67-1a2b3c4d5e6f';

export const exampleErrors: Readonly<Record<400 | 404 | 500 | 503, ErrorResponse>> = {
  400: {
    title: 'Bad Request',
    status: 400,
    code: 'E629400',
    cause: 'querystring/fields/2 must be equal to one of the allowed values, found "evse"',
    action: 'Send fields as one or more of address, evses, ..., each once.',
    correlationId,
  },
  404: {
    title: 'No content found with provided ID',
    status: 404,
    code: 'E629000',
    cause: 'params/id names no location, found "unheard-of"',
    action: 'Check the identifier; a location that was removed is not served any more.',
    correlationId,
  },
  500: {
    title: 'Internal Error',
    status: 500,
    code: 'E629500',
    cause: 'The server failed to answer this request',
    action: 'Try again; if it stays, report the correlation id to the operator of this server.',
    correlationId,
  },
  503: {
    title: 'Service Unavailable',
    status: 503,
    code: 'E629503',
    cause: 'No answer within 30 seconds',
    action: 'Try again in a few seconds.',
    correlationId,
  },
};

export const exampleGenericErrors: Readonly<Record<401 | 403 | 405, GenericErrorResponse>> = {
  401: {
    error: 'Unauthorized',
    error_description: 'No credentials found. Send a key as apiKey= or a token as Authorization: Bearer.',
    status: 401,
  },
  403: {
    error: 'Forbidden',
    error_description:
      'predictions is asked for without the right to it. Ask without fields=predictions, or with a key that has the right predictions.',
    status: 403,
  },
  405: {
    error: 'Method not allowed for this action',
    error_description: 'POST is not allowed for /locations. Use GET, HEAD.',
    status: 405,
  },
};
