/** What the table of resources does not say of each of them, by its path. */
import {
  ConnectorStatusesResponse,
  ConnectorTypesResponse,
  CountResponse,
  EvsesResponse,
  PowerFeedTypesResponse,
  RoamingsResponse,
  StationsResponse,
} from '@pantograph/model/v2';
import type { z } from 'zod';
import type { Sample } from '../../http/docs/openapi/api-outline.ts';
import { exampleEvses, exampleRoamings, exampleStations } from './example-bodies.ts';

/** Things of this very server that a documented request can name. */
export interface LegacySampleFacts {
  readonly id: string;
  /** `lat,lon` */
  readonly at: string;
}

interface Described {
  readonly id: string;
  readonly tag: 'Stations' | 'Pools and EVSEs' | 'Lists';
  readonly summary: string;
  readonly schema: z.ZodType;
  readonly example: unknown;
  readonly samples: (facts: LegacySampleFacts) => readonly Sample[];
}

const stations = { schema: StationsResponse, example: exampleStations } as const;
const count = { schema: CountResponse, example: { count: 1234 } } as const;
const type2 = { id: '31', name: 'IEC 62196-2 type 2 (Type 2)' };

export const resourceDescriptions: Readonly<Record<string, Described>> = {
  stations: {
    ...stations,
    id: 'stations',
    tag: 'Stations',
    summary: 'Stations in a circle, a box or a corridor',
    samples: ({ at }) => [
      { label: 'Within 3 km', path: `/ev/stations.json?prox=${at},3000` },
      { label: 'With type 2 or CCS', path: `/ev/stations.json?prox=${at},3000&connectortype=31,34&maxresults=10` },
      { label: 'As XML', path: `/ev/stations.xml?prox=${at},3000` },
    ],
  },
  'stations/count': {
    ...count,
    id: 'countStations',
    tag: 'Stations',
    summary: 'How many stations are in a circle, a box or a corridor',
    samples: ({ at }) => [{ label: 'Within 10 km', path: `/ev/stations/count.json?prox=${at},10000` }],
  },
  'stations/alongroute': {
    ...stations,
    id: 'stationsAlongRoute',
    tag: 'Stations',
    summary: 'Stations along a route',
    samples: () => [
      { label: 'Along a flexible polyline', path: '/ev/stations/alongroute.json?route=BFoz5xJ67i1B1B7PzIhaxL7Y' },
    ],
  },
  'stations/alongroute/count': {
    ...count,
    id: 'countStationsAlongRoute',
    tag: 'Stations',
    summary: 'How many stations are along a route',
    samples: () => [],
  },
  'stations/bulk': {
    ...stations,
    id: 'stationsById',
    tag: 'Stations',
    summary: 'Several stations by their ids',
    samples: ({ id }) => [{ label: 'By id', path: `/ev/stations/bulk.json?id=${id}` }],
  },
  'stations/{id}': {
    ...stations,
    id: 'station',
    tag: 'Stations',
    summary: 'One station by its id',
    samples: ({ id }) => [{ label: 'One', path: `/ev/stations/${id}.json` }],
  },
  'evses/bulk': {
    schema: EvsesResponse,
    example: exampleEvses,
    id: 'evses',
    tag: 'Pools and EVSEs',
    summary: 'The state of every EVSE of several pools',
    samples: ({ id }) => [{ label: 'States', path: `/ev/evses/bulk.json?id=${id}` }],
  },
  'pools/bulk': {
    ...stations,
    id: 'pools',
    tag: 'Pools and EVSEs',
    summary: 'Several pools by their ids',
    samples: ({ id }) => [{ label: 'By id', path: `/ev/pools/bulk.json?id=${id}` }],
  },
  'pools/{id}': {
    ...stations,
    id: 'pool',
    tag: 'Pools and EVSEs',
    summary: 'One pool by its id',
    samples: ({ id }) => [{ label: 'One', path: `/ev/pools/${id}.json` }],
  },
  connectortypes: {
    schema: ConnectorTypesResponse,
    example: { connectorType: [type2] },
    id: 'connectorTypes',
    tag: 'Lists',
    summary: 'The connector types that can be asked for',
    samples: () => [{ label: 'The list', path: '/ev/connectortypes.json' }],
  },
  powerfeedtypes: {
    schema: PowerFeedTypesResponse,
    example: { powerFeedType: [] },
    id: 'powerFeedTypes',
    tag: 'Lists',
    summary: 'An empty list: the numbers of power feed types were never published',
    samples: () => [{ label: 'The list', path: '/ev/powerfeedtypes.json' }],
  },
  connectorstatuses: {
    schema: ConnectorStatusesResponse,
    example: { connectorStatus: [{ id: '2', name: 'Available' }] },
    id: 'connectorStatuses',
    tag: 'Lists',
    summary: 'The numbered connector statuses of older documents',
    samples: () => [{ label: 'The list', path: '/ev/connectorstatuses.json' }],
  },
  roamings: {
    schema: RoamingsResponse,
    example: exampleRoamings,
    id: 'roamings',
    tag: 'Lists',
    summary: 'Charge cards, and in which countries they are taken',
    samples: () => [{ label: 'The list', path: '/ev/roamings.json' }],
  },
};
