/** The lookup surface behind the real edge, over the small world; every JSON answer is held against its description. */
import { smallWorld, smallWorldTime } from '../../../test/small-world.ts';
import { recordedLog } from '../../../test/recorded-log.ts';
import { memoryAtlas } from '../../atlas/memory-atlas.ts';
import type { Atlas } from '../../atlas/atlas.ts';
import { createApp } from '../../http/app.ts';
import type { Caller } from '../../http/caller.ts';
import type { MountedSurface } from '../../http/surface.ts';
import type { LookupDependencies } from '../lookup.ts';
import { mountLookup } from '../surface.ts';
import type { AnswerChecker, ApiDocument } from './answers-as-described.ts';
import { answerChecker } from './answers-as-described.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** Of JSON; `undefined` where there is none. */
  readonly body: unknown;
  readonly text: string;
}

export interface LookupUnderTest {
  readonly atlas: Atlas;
  readonly logged: () => string;
  /** @param path below the host, as it goes into the URL */
  ask(path: string, init?: RequestInit): Promise<Answered>;
  document(): Promise<ApiDocument>;
  checker(): Promise<AnswerChecker>;
}

export function lookupUnderTest(
  given: Partial<LookupDependencies> & { readonly caller?: Caller } = {},
): LookupUnderTest {
  const { caller, ...dependencies } = given;
  const atlas = given.atlas ?? memoryAtlas(smallWorld());
  const mounted = mountLookup({ settings: { enums: 'ocpi' }, ...dependencies, atlas });
  const recorded = recordedLog('error');
  let made = 0;
  const app = createApp({
    surfaces: [caller === undefined ? mounted : asCaller(mounted, caller)],
    log: recorded.log,
    newId: () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`,
    now: () => smallWorldTime,
  });
  const raw = async (path: string, init?: RequestInit): Promise<Answered> => {
    const response = await app.fetch(new Request(`http://pantograph.test${path}`, init));
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true && text !== '';
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
  };
  let described: Promise<ApiDocument> | undefined;
  const document = () => (described ??= raw('/v3/openapi').then(({ body }) => body as ApiDocument));
  let checking: Promise<AnswerChecker> | undefined;
  const checker = () => (checking ??= document().then(answerChecker));
  return {
    atlas,
    logged: recorded.text,
    document,
    checker,
    ask: async (path, init) => {
      const answered = await raw(path, init);
      const operation = operationPathOf(new URL(path, 'http://pantograph.test').pathname);
      if (answered.body !== undefined) {
        if (operation !== undefined) (await checker()).check(operation, answered.status, answered.body);
        else (await checker()).checkSchema('GenericErrorResponse', answered.body);
      }
      return answered;
    },
  };
}

function asCaller(surface: MountedSurface, caller: Caller): MountedSurface {
  return { ...surface, handle: (request, context) => surface.handle(request, { ...context, caller }) };
}

function operationPathOf(path: string): string | undefined {
  if (path.startsWith('/v3/locations/') && path !== '/v3/locations/') return '/locations/{id}';
  const paths = ['/locations', '/countryMetadata', '/health', '/version', '/openapi'];
  return paths.find((known) => path === `/v3${known}`);
}
