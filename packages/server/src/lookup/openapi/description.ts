/** The API description as bytes to send, with samples that work on this very server. */
import type { ContentId, Site } from '@pantograph/model/location';
import { locationIdOf } from '@pantograph/model/v3';
import { v3StandardOf } from '@pantograph/model/vocabulary';
import { stringify } from 'yaml';
import type { Atlas } from '../../atlas/atlas.ts';
import type { Operation, SampleFacts } from '../operation.ts';
import type { ApiDescription } from './api-description.ts';
import { openApiDocument } from './document.ts';
import { exampleLocation } from './example-bodies.ts';

interface Made {
  readonly sampled: ContentId | undefined;
  readonly json: string;
  yaml: string | undefined;
}

/** Made when first asked for, and anew when the location of its samples is gone. */
export function apiDescription(atlas: Pick<Atlas, 'site' | 'sites'>, operations: readonly Operation[]): ApiDescription {
  let made: Made | undefined;
  const current = (): Made => {
    const isStale = made?.sampled === undefined || atlas.site(made.sampled) === undefined;
    if (made !== undefined && !isStale) return made;
    const sites = firstSites(atlas);
    const json = JSON.stringify(openApiDocument(operations, factsOf(sites)));
    made = made?.json === json ? made : { sampled: sites[0]?.contentId, json, yaml: undefined };
    return made;
  };
  return {
    json: () => current().json,
    yaml: () => {
      const description = current();
      description.yaml ??= stringify(JSON.parse(description.json), { aliasDuplicateObjects: false, lineWidth: 0 });
      return description.yaml;
    },
  };
}

function firstSites(atlas: Pick<Atlas, 'sites'>): readonly Site[] {
  const sites: Site[] = [];
  for (const site of atlas.sites()) {
    sites.push(site);
    if (sites.length === 2) break;
  }
  return sites;
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
