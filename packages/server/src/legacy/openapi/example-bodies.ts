/** Bodies that the API description shows. Made up; a test holds them against the schemas. */
import type { ErrorBody, EvStation, EvsesResponse, StationsResponse } from '@pantograph/model/v2';

const poolId = 'pan0-6N1cT0qkYx3mWb7hR2sVfg';
const updated = '2026-03-10T11:58:04.000Z';

const exampleStation: EvStation = {
  id: poolId,
  lastUpdateTimestamp: updated,
  timeZone: 'Europe/Berlin',
  address: { street: 'Karl-Liebknecht-Straße', streetNumber: '1', city: 'Berlin', postalCode: '10178', country: 'DEU' },
  position: { latitude: 52.5219, longitude: 13.4132 },
  distance: 120,
  name: 'Demo CPO',
  brand: 'Demo CPO',
  poolId,
  cpoId: 'DMO-1',
  totalNumberOfConnectors: 1,
  connectors: {
    connector: [
      {
        supplierName: 'Demo CPO',
        connectorType: { id: '34', name: 'IEC 62196-3 type 2 combo (Mennekes)' },
        maxPowerLevel: 300,
        fixedCable: true,
        connectorDetails: {
          pay: true,
          pricing: [{ pricingModel: 'kWh', price: { value: 0.5831, currency: 'EUR' }, unit: 'kWh' }],
        },
        chargingPoint: { chargeMode: '4', numberOfConnectors: 1, numberOfAvailable: 1, lastUpdateTimestamp: updated },
        connectorStatuses: {
          connectorStatus: [{ cpoEvseId: 'E1', cpoEvseEMI3Id: 'DE*DMO*E1', cpoConnectorId: '1', state: 'AVAILABLE' }],
        },
      },
    ],
  },
};

export const exampleStations: StationsResponse = {
  hasMore: false,
  count: 1,
  evStations: { evStation: [exampleStation] },
};

export const exampleEvses: EvsesResponse = {
  pools: [
    {
      id: poolId,
      stations: [
        {
          id: poolId,
          cpoId: 'DMO-1',
          evses: [
            {
              id: 'E1',
              cpoId: 'E1',
              cpoEvseEMI3Id: 'DE*DMO*E1',
              state: 'AVAILABLE',
              last_updated: updated,
              connectors: [{ id: '1', typeId: '34', maxPowerLevel: 300, state: 'AVAILABLE' }],
            },
          ],
        },
      ],
    },
  ],
};

export const exampleRoamings = {
  roaming: [
    {
      emsp: 'ChargeCard One',
      partner_id: '1800ce90-3753-8347-8dab-babe0362bc56',
      ema_id: ['DE-CC1'],
      country: ['DEU', 'NLD'],
    },
  ],
};

const correlation = 'Correlation id: 5f0c9a3e-2b1d-4c8f-9e67-1a2b3c4d5e6f';

function refused(Type: string, cause: string, action: string): ErrorBody {
  return { Type, Message: [cause, action, correlation] };
}

export const exampleErrors: Readonly<Record<number, ErrorBody>> = {
  400: refused(
    'BadRequest',
    'The request has no geometry.',
    'Add the parameter prox, bbox or corridor: prox=lat,lon,radius with a radius in metres from 0 to 200000.',
  ),
  401: refused(
    'Unauthorized',
    'No credentials found.',
    'Send a key as apiKey= or a token as Authorization: Bearer. The pair app_id= and app_code= is read too.',
  ),
  404: refused('NotFound', 'There is no station and no pool with the id "unheard-of".', 'Check the identifier.'),
  405: refused('MethodNotAllowed', 'stations cannot be asked with POST.', 'Use GET, HEAD.'),
  413: refused('ContentTooLarge', 'The body has more than 1 MiB.', 'Send at most 1 MiB.'),
  429: refused(
    'TooManyRequests',
    'The rate of this caller is used up.',
    'Wait for the seconds that Retry-After gives.',
  ),
  500: refused('InternalError', 'The server failed to answer this request.', 'Try again.'),
  503: refused('ServiceUnavailable', 'No answer within 30 seconds.', 'Try again in a few seconds.'),
};
