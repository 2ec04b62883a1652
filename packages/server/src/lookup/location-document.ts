/** Locations of an answer, as bytes. */
import type { Site } from '@pantograph/model/location';
import type { PresentV3Options } from '@pantograph/model/v3';
import { presentV3 } from '@pantograph/model/v3';
import type { DocumentForm } from '../atlas/kept/document-reader.ts';
import type { Document } from '../atlas/kept/kept-documents.ts';
import type { Lookup } from './lookup.ts';

type AskedOptions = Omit<PresentV3Options, 'now'>;

export type LocationDocuments = (site: Site, now: Date) => Document;

export function locationDocuments({ atlas, lookup }: Lookup, asked: AskedOptions): LocationDocuments {
  const options = { ...asked, ...lookup.presentation };
  const variant = variantOf(asked);
  const form: DocumentForm = { variant, present: (site, now) => presentV3(site, { ...options, now }) };
  return (site, now) => atlas.document(site, form, now);
}

/** Requests that choose among tariffs or connectors are too diverse to be worth keeping; confirmations come and go. */
function variantOf({ enums, fields, tariffFilter, connectorTypes }: AskedOptions): string | undefined {
  if (tariffFilter !== undefined || connectorTypes !== undefined || fields?.has('statusInfo') === true)
    return undefined;
  return `v3 ${enums} ${[...(fields ?? [])].sort().join()}`;
}
