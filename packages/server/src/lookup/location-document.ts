/** A location of an answer, as bytes. */
import type { Site } from '@pantograph/model/location';
import type { PresentV3Options } from '@pantograph/model/v3';
import { locationFields, presentV3 } from '@pantograph/model/v3';
import type { Document } from '../atlas/kept/kept-documents.ts';
import type { Lookup } from './lookup.ts';

export function locationDocument({ atlas, lookup }: Lookup, site: Site, options: PresentV3Options): Document {
  const present = () => presentV3(site, { ...options, ...lookup.presentation });
  return atlas.document({ site, variant: variantOf(options), now: options.now, present });
}

/** Requests that choose among tariffs or connectors are too diverse to be worth keeping. */
function variantOf({ enums, fields, tariffFilter, connectorTypes }: PresentV3Options): string | undefined {
  if (tariffFilter !== undefined || connectorTypes !== undefined) return undefined;
  const shown = fields === undefined ? [] : locationFields.filter((field) => fields.has(field));
  return `v3 ${enums} ${shown.join()}`;
}
