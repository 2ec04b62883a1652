/** Every v2 path under `/ev/`, without its format. Contract v2, resources. */
import { Refused } from '../refusal/refused.ts';
import type { LegacyFormat } from './answer/format.ts';
import { isLegacyFormat } from './answer/format.ts';
import { countStations, countStationsAlongRoute } from './handle/count-stations.ts';
import { findStations, findStationsAlongRoute } from './handle/find-stations.ts';
import type { LegacyHandler } from './handle/handler.ts';
import { listConnectorStatuses, listConnectorTypes, listPowerFeedTypes, listRoamings } from './handle/list.ts';
import { getEvses, getStation, getStations } from './handle/look-up.ts';
import { areaParameters } from './read/area.ts';

export interface LegacyResource {
  /** `{id}` stands for the last segment. */
  readonly path: string;
  readonly methods: readonly string[];
  /** Query parameters it knows, beside credentials. */
  readonly parameters: readonly string[];
  readonly handle: LegacyHandler;
}

const read = ['GET', 'HEAD'] as const;
const readOrPost = [...read, 'POST'] as const;
const filter = ['connectortype', 'emsp', 'strictcount'] as const;
const page = ['maxresults', 'offset'] as const;
const route = ['route', 'width'] as const;

export const resources: readonly LegacyResource[] = [
  { path: 'stations', methods: read, parameters: [...areaParameters, ...filter, ...page], handle: findStations },
  { path: 'stations/count', methods: read, parameters: [...areaParameters, ...filter], handle: countStations },
  {
    path: 'stations/alongroute',
    methods: readOrPost,
    parameters: [...route, ...filter, ...page],
    handle: findStationsAlongRoute,
  },
  {
    path: 'stations/alongroute/count',
    methods: readOrPost,
    parameters: [...route, ...filter],
    handle: countStationsAlongRoute,
  },
  { path: 'stations/bulk', methods: read, parameters: ['id'], handle: getStations },
  { path: 'stations/{id}', methods: read, parameters: [], handle: getStation },
  { path: 'evses/bulk', methods: read, parameters: ['id'], handle: getEvses },
  { path: 'pools/bulk', methods: read, parameters: ['id'], handle: getStations },
  { path: 'pools/{id}', methods: read, parameters: [], handle: getStation },
  { path: 'connectortypes', methods: read, parameters: [], handle: listConnectorTypes },
  { path: 'powerfeedtypes', methods: read, parameters: [], handle: listPowerFeedTypes },
  { path: 'connectorstatuses', methods: read, parameters: [], handle: listConnectorStatuses },
  { path: 'roamings', methods: read, parameters: [], handle: listRoamings },
];

const byPath = new Map(resources.map((resource) => [resource.path, resource]));

export interface RequestedResource {
  readonly resource: LegacyResource;
  readonly format: LegacyFormat;
  readonly id: string;
}

/** @param path what follows `/ev/`, percent-encoded. Throws `Refused` where nothing is there. */
export function resourceAt(path: string): RequestedResource {
  const dot = path.lastIndexOf('.');
  const format = dot === -1 ? '' : path.slice(dot + 1);
  if (!isLegacyFormat(format)) {
    const found = format === '' || format.includes('/') ? 'has no format' : 'asks for a format there is none of';
    throw unknownPath(`The path ${found}: it ends neither in .json nor in .xml`);
  }
  const name = path.slice(0, dot);
  const resource = byPath.get(name);
  if (resource !== undefined && !name.includes('{')) return { resource, format, id: '' };
  const [, collection = '', id = ''] = /^([a-z]+)\/([^/]+)$/.exec(name) ?? [];
  const byId = byPath.get(`${collection}/{id}`);
  if (byId === undefined) throw unknownPath('The path names no resource of this API');
  return { resource: byId, format, id: decoded(id) };
}

function unknownPath(cause: string): Refused {
  return new Refused('path_unknown', { cause });
}

/** An id with broken escapes is nobody's, whichever way it is read. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch (error) {
    if (error instanceof URIError) return id;
    throw error;
  }
}
