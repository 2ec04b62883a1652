/** Answers with locations, to questions that are read already. */
import type { ContentId, SourceInfo } from '@pantograph/model/location';
import { contentIdIn } from '@pantograph/model/location';
import { hasConnectorType } from '@pantograph/model/v3';
import type { WholeAnswer } from '../http/answer.ts';
import { attributionOf } from '../http/attribution.ts';
import { BodyWriter } from '../http/body-writer.ts';
import { Refused } from '../refusal/refused.ts';
import type { LocationDocuments } from './location-document.ts';
import type { AskedId } from './location-parameters.ts';
import type { Lookup } from './lookup.ts';

/** Of a location with all its fields, as a rule. */
const USUAL_BYTES = 4096;

/** @param id as the caller wrote it, decoded */
export function answerLocation({ atlas }: Lookup, id: string, documentOf: LocationDocuments, now: Date): WholeAnswer {
  const contentId = contentIdIn(id);
  const site = atlas.site(contentId);
  if (site === undefined) {
    const removal = atlas.removal(contentId);
    const cause =
      removal === undefined
        ? `params/id names no location, found ${JSON.stringify(id.length > 60 ? `${id.slice(0, 57)}...` : id)}`
        : `The location of params/id was removed at ${removal.removedAt}: ${removal.reason}`;
    throw new Refused('not_found', { parameter: 'id', cause });
  }
  const document = documentOf(site, now);
  return answered(new BodyWriter(document.bytes.length).document(document), [document.source]);
}

/** @param connectorTypes locations that have none of them are left out */
export function answerLocations(
  { atlas }: Lookup,
  asked: readonly AskedId[],
  documentOf: LocationDocuments,
  now: Date,
  connectorTypes?: ReadonlySet<string>,
): WholeAnswer {
  const body = new BodyWriter((asked.length + 1) * USUAL_BYTES).text('{"items":[');
  let count = 0;
  const missingItems: string[] = [];
  /** Several ids may be one location's. */
  const known = new Set<ContentId>();
  const sources = new Set<SourceInfo>();
  for (const { contentId, id } of asked) {
    const site = atlas.site(contentId);
    if (site === undefined) missingItems.push(id);
    else if (known.has(site.contentId)) continue;
    else if (connectorTypes === undefined || hasConnectorType(site, connectorTypes)) {
      const document = documentOf(site, now);
      if (count++ > 0) body.text(',');
      body.document(document);
      sources.add(document.source);
      known.add(site.contentId);
    }
  }
  body.text(missingItems.length === 0 ? ']}' : `],"missingItems":${JSON.stringify(missingItems)}}`);
  return answered(body, sources);
}

function answered(body: BodyWriter, sources: Iterable<SourceInfo>): WholeAnswer {
  const attribution = attributionOf(sources);
  const headers = { 'content-type': 'application/json', etag: `"${body.tag()}"` };
  return {
    status: 200,
    headers: attribution === undefined ? headers : { ...headers, 'x-attribution': attribution },
    body: body.done(),
  };
}
