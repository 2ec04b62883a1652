/** The API description as bytes to send, with samples that work on this very server. */
import type { Site } from '@pantograph/model/location';
import { locationIdOf } from '@pantograph/model/v3';
import { v3StandardOf } from '@pantograph/model/vocabulary';
import type { Atlas } from '../../atlas/atlas.ts';
import { keptDescription } from '../../http/docs/openapi/kept-description.ts';
import type { Operation, SampleFacts } from '../operation.ts';
import type { ApiDescription } from './api-description.ts';
import { openApiDocument } from './document.ts';
import { exampleLocation } from './example-bodies.ts';

export function apiDescription(atlas: Pick<Atlas, 'site' | 'sites'>, operations: readonly Operation[]): ApiDescription {
  return keptDescription(atlas, (sites) => openApiDocument(operations, factsOf(sites)));
}

/** An empty server describes itself with what the examples are about. */
function factsOf(sites: readonly Site[]): SampleFacts {
  const [site] = sites;
  const standard = site?.location.evses[0]?.connectors[0]?.standard;
  return {
    id: site === undefined ? exampleLocation.id : locationIdOf(site.contentId),
    ids: sites.length === 0 ? ['pan0-6N1cT0qkYx3mWb7hR2sVfg'] : sites.map(({ contentId }) => contentId),
    connectorType: standard === undefined ? 'IEC_62196_T2' : v3StandardOf(standard),
    countryCode: site?.location.country ?? 'DEU',
  };
}
