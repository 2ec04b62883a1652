/** Of which places a reader wants to hear. Every condition holds; how they are written is that of lookup and discovery. */
import type { ContentId, Position, Site } from '@pantograph/model/location';
import { contentIdIn } from '@pantograph/model/location';
import { hasConnectorType } from '@pantograph/model/v3';
import { areaTest } from '../atlas/area.ts';
import { siteFactsOf } from '../atlas/site-facts.ts';
import { parametersOf } from '../discovery/parameters.ts';
import { readWhere } from '../discovery/read-area.ts';
import { connectorTypesParameter, idsParameter } from '../lookup/location-parameters.ts';
import { readParameter } from '../lookup/parameter.ts';

export interface ChangeFilter {
  /** Of these only; what is none of them is not spoken of at all. */
  readonly ids?: ReadonlySet<ContentId>;
  /** What may stop to hold when a place changes. Absent: every place fits. */
  readonly fits?: (site: Site) => boolean;
}

export const filterParameters = ['in', 'ids', 'operators', 'connectorTypes'] as const;

export function readChangeFilter(query: URLSearchParams): ChangeFilter {
  const parameters = parametersOf(query);
  const { area, countries } = readWhere(parameters);
  const ids = readParameter(query, idsParameterIfAny);
  const operators = parameters.list('operators')?.map((name) => name.toLowerCase());
  const connectorTypes = readParameter(query, connectorTypesParameter);
  const conditions: ((site: Site) => boolean)[] = [];
  if (countries !== undefined) conditions.push(({ location }) => countries.has(location.country));
  if (area !== undefined) {
    const isInside = areaTest(area);
    conditions.push(({ location }) => isInside(positionOf(location.coordinates)));
  }
  if (operators !== undefined) conditions.push((site) => isRunByOneOf(site, new Set(operators)));
  if (connectorTypes !== undefined) {
    const standards = new Set(connectorTypes);
    conditions.push((site) => hasConnectorType(site, standards));
  }
  return {
    ...(ids !== undefined && { ids: new Set(ids.map(contentIdIn)) }),
    ...(conditions.length > 0 && { fits: (site) => conditions.every((holds) => holds(site)) }),
  };
}

const { required: _, ...idsParameterIfAny } = idsParameter;

/** By name, or by the id that v3 and discovery show. */
function isRunByOneOf(site: Site, operators: ReadonlySet<string>): boolean {
  const { names, ids } = siteFactsOf(site).suppliers;
  return names.some((name) => operators.has(name)) || ids.some((id) => operators.has(id.toLowerCase()));
}

function positionOf({ latitude, longitude }: Site['location']['coordinates']): Position {
  return { lat: Number(latitude), lng: Number(longitude) };
}
