/** A station that is known by its facts alone: a gateway's. */
import type { StationFacts } from '@pantograph/model/v2';
import { contentTag } from '../../atlas/kept/content-tag.ts';
import type { StationForm } from '../answer/station-form.ts';
import type { Station, StationDocument } from './back-end.ts';

/** Each form is written once, when it is first asked for. */
export function stationOfFacts(facts: () => StationFacts): Station {
  const written = new Map<string, StationDocument>();
  return {
    read(form) {
      const document = written.get(form.variant) ?? documentOf(form.write(facts()), form);
      written.set(form.variant, document);
      return document;
    },
  };
}

function documentOf(text: string, { mark }: StationForm): StationDocument {
  // Quotation marks in JSON and less-than signs in XML are escaped in every value, so that what reads like the mark is it.
  const [head = '', tail = ''] = mark === undefined ? [text] : text.split(mark);
  const bytes = Buffer.from(head + tail);
  return { bytes, gap: Buffer.byteLength(head), tag: contentTag(bytes) };
}
