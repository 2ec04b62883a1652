/** Answers that list stations, put together from documents; byte for byte what the tree of the whole would be. */
import type { XmlRoot } from '@pantograph/model/v2';
import { BodyWriter } from '../../http/body-writer.ts';
import type { Station } from '../back-end/back-end.ts';
import type { LegacyFeature } from '../usage/features.ts';
import { featuresIn } from '../usage/features.ts';
import type { LegacyFormat } from './format.ts';
import { write } from './format.ts';
import type { StationForms } from './station-form.ts';
import { distanceIn } from './station-form.ts';

/** The answer around the list. */
export interface ListFrame {
  readonly root: XmlRoot;
  /** The answer's tree with an empty list in it, its only one. */
  readonly empty: object;
  /** The element that the list stands in; it holds nothing else. */
  readonly holder: string;
}

interface WrittenList {
  readonly body: Uint8Array;
  readonly tag: string;
  readonly features: readonly LegacyFeature[];
}

const FEATURE_MARK_BYTES = 1;

/** Of a station with its connectors, as a rule. */
const USUAL_BYTES = 3072;

/** @param distanceOf metres; `undefined` where the question has no point or path to measure from */
export function writeList<Listed extends Station>(
  format: LegacyFormat,
  frame: ListFrame,
  forms: StationForms,
  stations: readonly Listed[],
  distanceOf: (station: Listed) => number | undefined = nowhere,
): WrittenList {
  const [head, tail] = around(format, frame, stations.length === 0);
  const body = new BodyWriter(stations.length * USUAL_BYTES + 256).text(head);
  const form = forms[format];
  let features = 0;
  let between = '';
  for (const station of stations) {
    const document = station.read(form);
    body.text(between).document(document, distanceIn(format, distanceOf(station)), FEATURE_MARK_BYTES);
    // Only now it is near: its end lies far from its beginning.
    features |= document.bytes[document.bytes.length - 1] ?? 0;
    ({ between } = form);
  }
  body.text(tail);
  return { body: body.done(), tag: body.tag(), features: featuresIn(features) };
}

function nowhere(): undefined {
  return undefined;
}

function around(
  format: LegacyFormat,
  { root, empty, holder }: ListFrame,
  isEmpty: boolean,
): readonly [head: string, tail: string] {
  const text = write(format, root, empty);
  if (isEmpty) return [text, ''];
  if (format === 'json') {
    const end = text.lastIndexOf(']');
    return [text.slice(0, end), text.slice(end)];
  }
  const hole = `<${holder}/>`;
  const at = text.indexOf(hole);
  return [`${text.slice(0, at)}<${holder}>`, `</${holder}>${text.slice(at + hole.length)}`];
}
