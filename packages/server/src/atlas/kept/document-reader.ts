/** Documents of sites: kept ones where they still hold, else as the presenter makes them now. */
import type { Site } from '@pantograph/model/location';
import { contentTag } from './content-tag.ts';
import type { Document, KeptDocuments } from './kept-documents.ts';
import type { Holding } from './holds-until.ts';
import { holdsUntil } from './holds-until.ts';
import { LazySite } from './lazy-site.ts';

/** How sites are shown. */
export interface DocumentForm {
  /** Which presenter, and what it was asked to show. `undefined`: nothing worth keeping. */
  readonly variant: string | undefined;
  /** A text stands as it is, anything else as JSON. */
  readonly present: (site: Site, now: Date) => object | string;
  /** As it stands in the text; the document has a gap in its place. */
  readonly mark?: string;
  /** Of opening times it shows nothing but what is the same every week: it does not say whether a place is open now. */
  readonly weeklyHoursOnly?: boolean;
}

export type ReadDocument = (site: Site, form: DocumentForm, now: Date) => Document;

export function documentReader(kept: KeptDocuments, settings: Holding): ReadDocument {
  return (site, form, now) => {
    const { variant, weeklyHoursOnly } = form;
    if (variant === undefined) return documentNow(site, form, now);
    const before =
      site instanceof LazySite ? kept.find(site.words, site.at, variant, now) : kept.get(site.contentId, variant, now);
    if (before !== undefined) return before;
    const shown = documentNow(site, form, now);
    const made = { ...shown, tag: contentTag(shown.bytes), until: holdsUntil(site, now, settings, weeklyHoursOnly) };
    kept.keep(site, variant, made, now);
    return made;
  };
}

/** For worlds that keep nothing. */
export function documentNow(site: Site, { present, mark }: DocumentForm, now: Date): Document {
  const presented = present(site, now);
  const text = typeof presented === 'string' ? presented : JSON.stringify(presented);
  const { source } = site;
  if (mark === undefined) {
    const bytes = Buffer.from(text);
    return { bytes, gap: bytes.length, source, until: 0 };
  }
  // Inside a string every quotation mark is escaped, so that a key found in the text is a key.
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`a presenter left out ${mark}`);
  const head = text.slice(0, at);
  return { bytes: Buffer.from(head + text.slice(at + mark.length)), gap: Buffer.byteLength(head), source, until: 0 };
}
