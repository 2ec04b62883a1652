/** What the endpoints of the surface share. */
import type { SourceInfo } from '@pantograph/model/location';
import type { PresentV3Options } from '@pantograph/model/v3';
import { answer } from '../http/answer.ts';
import { attributionOf } from '../http/attribution.ts';
import type { SurfaceDependencies } from '../http/surface.ts';
import type { CountryIndexCache } from './country-index-cache.ts';
import type { ApiDescription } from './openapi/api-description.ts';

export interface LookupSettings {
  /** A naming scheme and an id prefix of one's own. */
  readonly presentation?: Pick<PresentV3Options, 'naming' | 'idPrefix'>;
  /** Of this software. */
  readonly serviceVersion?: string;
}

export interface LookupDependencies extends SurfaceDependencies {
  readonly lookup?: LookupSettings;
  /** What keeps this server from answering truthfully, if anything does; `/v3/health` says it. */
  readonly fault?: () => string | undefined;
}

export interface Lookup extends LookupDependencies {
  readonly lookup: LookupSettings;
  readonly countryIndex: CountryIndexCache;
  readonly description: ApiDescription;
}

export function jsonAnswer(body: unknown, sources: Iterable<SourceInfo> = [], status = 200): Response {
  const attribution = attributionOf(sources);
  return answer(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json',
      ...(attribution !== undefined && { 'x-attribution': attribution }),
    },
  });
}
