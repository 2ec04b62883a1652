/** `/changes` and `/events`: what changed since a cursor, as pages and as a stream. docs/changes.md says what is told. */
import { network } from '../access/access.ts';
import { answer } from '../http/answer.ts';
import { renderProblem } from '../http/problem.ts';
import { pathOf } from '../http/request-line.ts';
import type { MountedSurface, RequestContext, SurfaceDependencies } from '../http/surface.ts';
import { readWholeNumber } from '../discovery/numbers.ts';
import { invalid, parametersOf, quoted } from '../discovery/parameters.ts';
import { Refused } from '../refusal/refused.ts';
import type { Cursor } from './cursor.ts';
import { cursorText, readCursor } from './cursor.ts';
import type { EventStreams } from './event-streams.ts';
import type { ChangeFeed } from './feed.ts';
import { MOST_LIMIT, USUAL_LIMIT } from './limits.ts';
import { lineOf } from './line-text.ts';
import { readView, viewParameters } from './view.ts';

const CHANGES_PATH = '/changes';
export const EVENTS_PATH = '/events';

export interface ChangesDependencies extends SurfaceDependencies {
  readonly feed: ChangeFeed;
  readonly streams: EventStreams;
}

/** How every surface is given its credentials. */
const credentialParameters = ['apiKey', 'app_id', 'app_code'];

export function mountChanges(dependencies: ChangesDependencies): MountedSurface {
  const { feed, streams, settings } = dependencies;

  function attribution(): Readonly<Record<string, string>> {
    const credit = feed.attribution();
    return credit === undefined ? {} : { 'x-attribution': credit };
  }

  async function changes(query: URLSearchParams, context: RequestContext): Promise<Response> {
    refuseUnknown(query, [...viewParameters, 'since', 'limit']);
    const parameters = parametersOf(query);
    const view = readView(query, context, settings);
    const limitText = parameters.text('limit');
    const limit =
      limitText === undefined ? USUAL_LIMIT : readWholeNumber('limit', limitText, { min: 1, max: MOST_LIMIT });
    const since = parameters.text('since');
    const from = since === undefined ? { ...feed.position(), sweep: 0 } : cursorIn(feed, 'since', since);
    const { lines, next, more } = await feed.read(view, from, limit);
    const cursor = cursorText(feed.id, next);
    const end = Buffer.from(`${JSON.stringify({ cursor, type: 'end', more })}\n`);
    const body = Buffer.concat([...lines.map(lineOf), end]);
    return answer(body, {
      headers: {
        'content-type': 'application/x-ndjson',
        'x-cursor': cursor,
        'x-more': String(more),
        ...attribution(),
      },
    });
  }

  function events(request: Request, query: URLSearchParams, context: RequestContext): Response {
    refuseUnknown(query, [...viewParameters, 'since']);
    const view = readView(query, context, settings);
    const since = parametersOf(query).text('since');
    // A browser that comes back asks with the address it was given at first, and says here how far it came.
    const lastId = request.headers.get('last-event-id');
    const from = startOf(lastId, since);
    const headers = {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // For proxies that would gather a stream before they pass it on.
      'x-accel-buffering': 'no',
      ...attribution(),
    };
    return new Response(streams.open(view, from, callerOf(context)), { headers });
  }

  function startOf(lastId: string | null, since: string | undefined): Cursor {
    if (lastId !== null && lastId !== '') return cursorIn(feed, 'Last-Event-ID', lastId);
    return since === undefined ? feed.position() : cursorIn(feed, 'since', since);
  }

  return {
    name: 'changes',
    paths: [CHANGES_PATH, EVENTS_PATH],
    access: 'keys',
    refuse: renderProblem,
    async handle(request, context) {
      try {
        if (request.method !== 'GET' && request.method !== 'HEAD') {
          throw new Refused('method_not_allowed', { cause: `${request.method} was sent`, allowed: 'GET, HEAD' });
        }
        const { searchParams: query } = new URL(request.url);
        // Awaited here, so that what it refuses is rendered here.
        return await (pathOf(request.url) === CHANGES_PATH ? changes(query, context) : events(request, query, context));
      } catch (error) {
        if (error instanceof Refused) return renderProblem(error, context);
        throw error;
      }
    },
  };
}

/** A filter that is misspelt would bring everything. */
function refuseUnknown(query: URLSearchParams, known: readonly string[]): void {
  for (const name of query.keys()) {
    if (known.includes(name) || credentialParameters.includes(name)) continue;
    throw invalid(name.slice(0, 64), 'is none that this path has', `one of ${known.join(', ')}`);
  }
}

export function cursorIn(feed: Pick<ChangeFeed, 'id' | 'continues'>, parameter: string, text: string): Cursor {
  const read = readCursor(text);
  if (read === undefined) {
    throw invalid(parameter, `is no cursor: ${quoted(text)}`, 'a cursor as an answer gave it, or leave it out');
  }
  if (read.feed !== feed.id || !feed.continues(read.cursor)) {
    const cause = `The cursor in ${parameter} belongs to another store, or to a past of this one that is not there any more`;
    throw new Refused('cursor_unusable', { parameter, cause });
  }
  return read.cursor;
}

/** A key has its own number of streams wherever it is used; without one, the address has. */
function callerOf({ caller, peer }: RequestContext): string {
  const id = caller?.id;
  return id === undefined || id === 'anonymous' || id === 'local' ? `peer ${network(peer)}` : id;
}
