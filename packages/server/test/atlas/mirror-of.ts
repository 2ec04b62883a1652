/** A mirror of an atlas, as a serving thread has it: all that it is told goes the way of messages. */
import type { FollowingAtlas } from '../../src/atlas/follow-store.ts';
import { KeptDocuments } from '../../src/atlas/kept/kept-documents.ts';
import type { MirrorAtlas, MirrorOptions } from '../../src/atlas/mirror/mirror-atlas.ts';
import { mirrorAtlas } from '../../src/atlas/mirror/mirror-atlas.ts';

type Options = Pick<MirrorOptions, 'store' | 'now'> & Partial<MirrorOptions>;

export function mirrorOf({ mirrors }: FollowingAtlas, options: Options): MirrorAtlas {
  let mirror: MirrorAtlas | undefined;
  mirrors?.join((edition) => {
    const sent = structuredClone(edition);
    if (mirror === undefined) mirror = mirrorAtlas({ kept: new KeptDocuments(), ...options, first: sent });
    else mirror.take(sent);
  });
  if (mirror === undefined) throw new Error('the atlas is not mirrored');
  return mirror;
}
