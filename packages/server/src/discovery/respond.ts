/** Answers with the headers that all of them carry. */
import type { SourceInfo } from '@pantograph/model/location';
import { answer } from '../http/answer.ts';
import { attributionOf } from '../http/attribution.ts';
import type { Found } from './find-places.ts';

interface Answered {
  /** JSON, or its text as bytes. */
  readonly body: object | Uint8Array;
  readonly sources: Iterable<SourceInfo>;
  readonly found?: Found;
  readonly mediaType?: string;
}

export function respond({ body, sources, found, mediaType = 'application/json' }: Answered): Response {
  const attribution = attributionOf(new Set(sources));
  return answer(body instanceof Uint8Array ? body : JSON.stringify(body), {
    headers: {
      'content-type': mediaType,
      ...(found === undefined ? {} : { 'x-results': resultsOf(found) }),
      ...(attribution === undefined ? {} : { 'x-attribution': attribution }),
    },
  });
}

/** So that nobody takes a page for the whole; ours. A dictionary of RFC 9651. */
function resultsOf({ hits, matched }: Found): string {
  const truncated = hits.length < matched ? '?1' : '?0';
  return `matched=${matched}, returned=${hits.length}, truncated=${truncated}`;
}
