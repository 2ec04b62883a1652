/** An index as parts of a snapshot, and back. */
import type { RestoredParts, SavedPart } from '../snapshot/saved-parts.ts';
import { jsonPart, partOf, textOf } from '../snapshot/saved-parts.ts';
import type { Dictionaries } from './dictionaries.ts';
import type { SegmentSize } from './segment.ts';
import { Segment } from './segment.ts';
import type { SegmentStack } from './segment-stack.ts';

export function saveIndex(stack: SegmentStack, dictionaries: Dictionaries): readonly SavedPart[] {
  const segments = stack.segments();
  const sizes = segments.map(({ size }) => size);
  return [
    jsonPart('segment-sizes', sizes),
    // After the segments are there: to make them may need new values.
    { name: 'dictionaries', pieces: dictionaries.save() },
    ...segments.map((segment, at) => ({ name: segmentName(at), pieces: segment.save() })),
  ];
}

/** Into a stack and dictionaries that are empty. */
export function restoreIndex(parts: RestoredParts, stack: SegmentStack, dictionaries: Dictionaries): void {
  dictionaries.learn(textOf(partOf(parts, 'dictionaries')));
  const sizes = JSON.parse(textOf(partOf(parts, 'segment-sizes'))) as readonly SegmentSize[];
  stack.restore(sizes.map((size, at) => new Segment(size, partOf(parts, segmentName(at)))));
}

function segmentName(at: number): string {
  return `segment-${String(at)}`;
}
