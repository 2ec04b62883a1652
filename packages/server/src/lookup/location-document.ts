/** Locations of an answer, as bytes. */
import type { Site } from '@pantograph/model/location';
import type { PresentV3Options } from '@pantograph/model/v3';
import { presentV3 } from '@pantograph/model/v3';
import type { Document } from '../atlas/kept/kept-documents.ts';
import type { Lookup } from './lookup.ts';

export function locationDocuments({ atlas, lookup }: Lookup, asked: PresentV3Options): (site: Site) => Document {
  const options = { ...asked, ...lookup.presentation };
  const variant = variantOf(asked);
  return (site) => atlas.document({ site, variant, now: asked.now, present: () => presentV3(site, options) });
}

/** Requests that choose among tariffs or connectors are too diverse to be worth keeping; confirmations come and go. */
function variantOf({ enums, fields, tariffFilter, connectorTypes }: PresentV3Options): string | undefined {
  if (tariffFilter !== undefined || connectorTypes !== undefined || fields?.has('statusInfo') === true)
    return undefined;
  return `v3 ${enums} ${[...(fields ?? [])].sort().join()}`;
}
