/** An API description as text to send, with samples that work on this very server. */
import type { ContentId, Site } from '@pantograph/model/location';
import { stringify } from 'yaml';
import type { Atlas } from '../../../atlas/atlas.ts';
import type { JsonObject } from './json-schemas.ts';

export interface ApiDescription {
  readonly json: () => string;
  readonly yaml: () => string;
}

interface Made {
  readonly sampled: ContentId | undefined;
  readonly json: string;
  yaml: string | undefined;
}

const MOST_SAMPLED = 2;

/**
 * Made when first asked for, and anew when the location of its samples is gone.
 * @param make from locations that there are, none on an empty server
 */
export function keptDescription(
  atlas: Pick<Atlas, 'site' | 'sites'>,
  make: (sites: readonly Site[]) => JsonObject,
): ApiDescription {
  let made: Made | undefined;
  const current = (): Made => {
    const isStale = made?.sampled === undefined || atlas.site(made.sampled) === undefined;
    if (made !== undefined && !isStale) return made;
    const sites = firstSites(atlas);
    const json = JSON.stringify(make(sites));
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
    if (sites.length === MOST_SAMPLED) break;
  }
  return sites;
}
