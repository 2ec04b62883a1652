/** Answers with the headers that all of them carry. */
import type { SourceInfo } from '@pantograph/model/location';
import type { WholeAnswer } from '../http/answer.ts';
import { attributionOf } from '../http/attribution.ts';
import { BodyWriter } from '../http/body-writer.ts';
import type { Found } from './find-places.ts';

interface Answered {
  /** JSON, or the text of it. */
  readonly body: object | BodyWriter;
  readonly sources: Iterable<SourceInfo>;
  readonly found?: Found;
  readonly mediaType?: string;
}

export function respond({ body, sources, found, mediaType = 'application/json' }: Answered): WholeAnswer {
  const attribution = attributionOf(sources);
  const isWritten = body instanceof BodyWriter;
  return {
    status: 200,
    headers: {
      'content-type': mediaType,
      ...(isWritten && { etag: `"${body.tag()}"` }),
      ...(found !== undefined && { 'x-results': resultsOf(found) }),
      ...(attribution !== undefined && { 'x-attribution': attribution }),
    },
    body: isWritten ? body.done() : JSON.stringify(body),
  };
}

/** So that nobody takes a page for the whole; ours. A dictionary of RFC 9651. */
function resultsOf({ hits, matched }: Found): string {
  const truncated = hits.length < matched ? '?1' : '?0';
  return `matched=${matched}, returned=${hits.length}, truncated=${truncated}`;
}
