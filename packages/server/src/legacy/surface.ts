/** The v2 API under `/ev/`. Contract v2; docs/v2-quirks.md says where it is read in our way. */
import type { LegacyQuirks } from '@pantograph/model/v2';
import type { WholeAnswer } from '../http/answer.ts';
import { responseOf } from '../http/answer.ts';
import type { Eventually } from '../http/eventually.ts';
import { chain, settle } from '../http/eventually.ts';
import type { MountedSurface, ReadySurface, RequestContext, Surface, SurfaceDependencies } from '../http/surface.ts';
import { Refused } from '../refusal/refused.ts';
import { noticeHeaders } from './answer/deprecation.ts';
import { mediaTypes } from './answer/format.ts';
import { legacyRefusals, refusalAnswers } from './answer/refuse.ts';
import { stationForms } from './answer/station-form.ts';
import { atlasBackEnd } from './back-end/atlas-back-end.ts';
import type { LegacyBackEnd } from './back-end/back-end.ts';
import type { KnownManner } from './read/known-manners.ts';
import { knownManners, splitQuery } from './read/known-manners.ts';
import type { RequestedResource } from './resources.ts';
import { resourceAt } from './resources.ts';
import type { LegacySettings } from './settings.ts';
import { defaultLegacySettings } from './settings.ts';
import type { LegacyUsageRecorder } from './usage/usage.ts';
import { noUsageRecorder } from './usage/usage.ts';

export const LEGACY_PREFIX = '/ev/';

interface LegacyBehaviour {
  readonly legacy?: LegacySettings;
  readonly usage?: LegacyUsageRecorder;
}

export interface LegacyDependencies extends SurfaceDependencies, LegacyBehaviour {}

/** v2 over the atlas. */
export function legacySurface(dependencies: LegacyDependencies): Surface {
  return mountLegacy(dependencies).handle;
}

export function mountLegacy(dependencies: LegacyDependencies): MountedSurface {
  const { legacy = defaultLegacySettings } = dependencies;
  const backEnd = atlasBackEnd(dependencies.atlas);
  const respond = responder(dependencies);
  return {
    name: 'legacy',
    paths: [LEGACY_PREFIX],
    access: 'keys',
    handle: surfaceOf(respond, () => backEnd),
    ready: readyOf(respond, backEnd, legacy.quirks),
    refuse: legacyRefusals(legacy),
  };
}

/** v2 over anything that can tell of stations, which may depend on who asks: a gateway's upstreams know them by their credentials. */
export function legacySurfaceOver(
  backEndFor: (request: Request) => LegacyBackEnd,
  behaviour: LegacyBehaviour,
): Surface {
  return surfaceOf(responder(behaviour), backEndFor);
}

interface LegacyRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** What else was asked, which is not in `query`. */
  readonly known?: KnownManner;
  /** Of a POST. */
  readonly body?: () => Promise<string>;
  readonly backEnd: LegacyBackEnd;
}

type Responder = (request: LegacyRequest, context: RequestContext) => Eventually<WholeAnswer>;

function surfaceOf(respond: Responder, backEndFor: (request: Request) => LegacyBackEnd): Surface {
  return (request, context) => {
    const { pathname: path, searchParams: query } = new URL(request.url);
    if (!path.startsWith(LEGACY_PREFIX)) return undefined;
    const { method } = request;
    const asked = { method, path, query, body: () => request.text(), backEnd: backEndFor(request) };
    return chain(respond(asked, context), responseOf);
  };
}

/** The one list whose making may have to wait for other work. */
const WAITS = `${LEGACY_PREFIX}roamings.`;

/** What clients ask over and over, and elsewhere each time. */
const SEARCHES = `${LEGACY_PREFIX}stations.`;

function readyOf(respond: Responder, backEnd: LegacyBackEnd, quirks: LegacyQuirks): ReadySurface {
  const manners = knownManners(quirks);

  function search(path: string, text: string, context: RequestContext): Eventually<WholeAnswer> {
    const split = splitQuery(text);
    const known = split && manners.find(split.manner);
    const asked = { method: 'GET', path, backEnd };
    if (split === undefined || known === undefined) {
      return chain(respond({ ...asked, query: new URLSearchParams(text) }, context), (made) => {
        if (split !== undefined && made.status === 200) manners.learn(split.manner);
        return made;
      });
    }
    return respond({ ...asked, query: new URLSearchParams(split.where), known }, context);
  }

  return (target) => {
    if (!target.startsWith(LEGACY_PREFIX) || target.startsWith(WAITS)) return undefined;
    const mark = target.indexOf('?');
    const path = mark < 0 ? target : target.slice(0, mark);
    return (context) => {
      const text = mark < 0 ? '' : target.slice(mark + 1);
      const made = path.startsWith(SEARCHES)
        ? search(path, text, context)
        : respond({ method: 'GET', path, query: new URLSearchParams(text), backEnd }, context);
      if (made instanceof Promise) throw new Error(`${path} cannot be answered at once`);
      return made;
    };
  };
}

/** Answers whatever is asked, refusals included. */
function responder({ legacy = defaultLegacySettings, usage = noUsageRecorder }: LegacyBehaviour): Responder {
  const notices = noticeHeaders(legacy.deprecation);
  const refusalOf = refusalAnswers(legacy);
  const { quirks } = legacy;
  const forms = stationForms(quirks);

  function respond({ method, path, query, known, body, backEnd }: LegacyRequest, context: RequestContext) {
    const requested = resourceAt(path.slice(LEGACY_PREFIX.length));
    const { resource, format, id } = requested;
    if (!resource.methods.includes(method)) throw wrongMethod(method, requested);
    const used = {
      caller: context.caller?.id ?? 'internal',
      resource: resource.path,
      format,
      parameters: resource.parameters.filter((name) => query.has(name) || known?.parameters.has(name) === true),
      at: context.now,
    };
    const posted = method === 'POST' && body !== undefined ? { body } : {};
    const manner = known === undefined ? {} : { manner: known.manner };
    const question = { query, ...manner, ...posted, format, id, context, backEnd, quirks, stationForms: forms };
    const answered = settle(
      () => resource.handle(question),
      (error) => {
        if (error instanceof Refused) usage.record({ ...used, features: [] });
        throw error;
      },
    );
    return chain(answered, ({ body: written, tag, attribution, features = [] }): WholeAnswer => {
      usage.record({ ...used, features });
      const headers: Record<string, string> = { 'content-type': mediaTypes[format] };
      if (tag !== undefined) headers['etag'] = `"${tag}"`;
      if (attribution !== undefined) headers['x-attribution'] = attribution;
      return { status: 200, headers: Object.assign(headers, notices), body: written };
    });
  }

  return (request, context) =>
    settle(
      () => respond(request, context),
      (error) => {
        if (error instanceof Refused) return refusalOf(error, context, request.path);
        throw error;
      },
    );
}

function wrongMethod(method: string, { resource }: RequestedResource): Refused {
  return new Refused('method_not_allowed', {
    cause: `${resource.path} cannot be asked with ${method}`,
    allowed: resource.methods.join(', '),
  });
}
