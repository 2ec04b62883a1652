/** The JSON text of an answer with places, put together from documents of the places. */
import type { Site, SourceInfo } from '@pantograph/model/location';
import type { SearchResponse } from '@pantograph/model/search';
import type { Atlas, Hit } from '../atlas/atlas.ts';
import type { DocumentForm } from '../atlas/kept/document-reader.ts';
import { BodyWriter } from '../http/body-writer.ts';
import type { RequestContext } from '../http/surface.ts';
import { presentHit } from './present-hit.ts';
import type { Question } from './read-question.ts';

/** No two places on Earth are so far apart. */
const MARK = Number.MAX_SAFE_INTEGER;
const DISTANCE_MARK = `"distance":${String(MARK)}`;

/** Of a place with its EV details. */
const USUAL_BYTES = 1536;

export function placesBody(
  atlas: Pick<Atlas, 'document'>,
  hits: readonly Hit[],
  question: Question,
  context: RequestContext,
  around: Omit<SearchResponse, 'items'>,
): { readonly body: BodyWriter; readonly sources: ReadonlySet<SourceInfo> } {
  const { variant } = question;
  const sources = new Set<SourceInfo>();
  const body = new BodyWriter(hits.length * USUAL_BYTES + 256).text('{"items":[');
  const present = (site: Site): object => presentHit({ site, distance: MARK }, question, context);
  const form: DocumentForm = { variant, present, mark: DISTANCE_MARK };
  let isFirst = true;
  for (const hit of hits) {
    const document = atlas.document(hit.site, form, context.now);
    sources.add(document.source);
    if (isFirst) isFirst = false;
    else body.text(',');
    body.document(document, distancesOf(hit));
  }
  const rest = JSON.stringify(around).slice(1);
  body.text(rest === '}' ? ']}' : `],${rest}`);
  return { body, sources };
}

function distancesOf({ distance, excursionDistance }: Hit): string {
  const whole = `"distance":${String(Math.round(distance))}`;
  return excursionDistance === undefined
    ? whole
    : `${whole},"excursionDistance":${String(Math.round(excursionDistance))}`;
}
