/** The v2 API under `/ev/`. Contract v2; docs/v2-quirks.md says where it is read in our way. */
import type { RequestContext, Surface, SurfaceDependencies } from '../http/surface.ts';
import { answer } from '../http/answer.ts';
import type { Eventually } from '../http/eventually.ts';
import { chain, settle } from '../http/eventually.ts';
import { Refused } from '../refusal/refused.ts';
import { noticeHeaders } from './answer/deprecation.ts';
import { mediaTypes } from './answer/format.ts';
import { legacyRefusals } from './answer/refuse.ts';
import { stationForms } from './answer/station-form.ts';
import { atlasBackEnd } from './back-end/atlas-back-end.ts';
import type { LegacyBackEnd } from './back-end/back-end.ts';
import type { RequestedResource } from './resources.ts';
import { resourceAt } from './resources.ts';
import type { LegacySettings } from './settings.ts';
import { defaultLegacySettings } from './settings.ts';
import type { LegacyUsageRecorder } from './usage/usage.ts';
import { noUsageRecorder } from './usage/usage.ts';

export const LEGACY_PREFIX = '/ev/';

export interface LegacyDependencies extends SurfaceDependencies {
  readonly legacy?: LegacySettings;
  readonly usage?: LegacyUsageRecorder;
}

/** v2 over the atlas. */
export function legacySurface(dependencies: LegacyDependencies): Surface {
  const backEnd = atlasBackEnd(dependencies.atlas);
  return legacySurfaceOver(() => backEnd, dependencies);
}

/** v2 over anything that can tell of stations, which may depend on who asks: a gateway's upstreams know them by their credentials. */
export function legacySurfaceOver(
  backEndFor: (request: Request) => LegacyBackEnd,
  { legacy = defaultLegacySettings, usage = noUsageRecorder }: Omit<LegacyDependencies, keyof SurfaceDependencies>,
): Surface {
  const notices = noticeHeaders(legacy.deprecation);
  const refuse = legacyRefusals(legacy);
  const forms = stationForms(legacy.quirks);

  function respond(request: Request, context: RequestContext, url: URL): Eventually<Response> {
    const requested = resourceAt(url.pathname.slice(LEGACY_PREFIX.length));
    const { resource, format, id } = requested;
    if (!resource.methods.includes(request.method)) throw wrongMethod(request.method, requested);
    const query = url.searchParams;
    const used = {
      caller: context.caller?.id ?? 'internal',
      resource: resource.path,
      format,
      parameters: resource.parameters.filter((name) => query.has(name)),
      at: context.now,
    };
    const { quirks } = legacy;
    const question = { request, query, format, id, context, backEnd: backEndFor(request), quirks, stationForms: forms };
    const answered = settle(
      () => resource.handle(question),
      (error) => {
        if (error instanceof Refused) usage.record({ ...used, features: [] });
        throw error;
      },
    );
    return chain(answered, ({ body, attribution, features = [] }) => {
      usage.record({ ...used, features });
      return answer(body, {
        headers: {
          'content-type': mediaTypes[format],
          ...(attribution === undefined ? {} : { 'x-attribution': attribution }),
          ...notices,
        },
      });
    });
  }

  return (request, context) => {
    const url = new URL(request.url);
    if (!url.pathname.startsWith(LEGACY_PREFIX)) return undefined;
    return settle(
      () => respond(request, context, url),
      (error) => {
        if (error instanceof Refused) return refuse(error, context, request);
        throw error;
      },
    );
  };
}

function wrongMethod(method: string, { resource }: RequestedResource): Refused {
  return new Refused('method_not_allowed', {
    cause: `${resource.path} cannot be asked with ${method}`,
    allowed: resource.methods.join(', '),
  });
}
