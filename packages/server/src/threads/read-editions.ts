/** A thread's atlas, and how it comes to know of what has happened before it answers the next request. */
import { receiveMessageOnPort } from 'node:worker_threads';
import type { MirrorAtlas, MirrorOptions } from '../atlas/mirror/mirror-atlas.ts';
import { mirrorAtlas } from '../atlas/mirror/mirror-atlas.ts';
import type { NumberedEdition, ThreadSetup } from './thread-setup.ts';

interface FollowedEditions {
  readonly atlas: MirrorAtlas;
  /**
   * Takes in what the main thread has sent. It sends an edition to every thread before it counts it, and counts it before
   * anybody is told that a change is done: whoever was told so finds it in every thread.
   */
  readonly catchUp: () => void;
}

export function readEditions(
  { editions, sent }: Pick<ThreadSetup, 'editions' | 'sent'>,
  options: Omit<MirrorOptions, 'first'>,
): FollowedEditions {
  const first = next();
  if (first === undefined) throw new Error('no world was sent to this thread');
  const atlas = mirrorAtlas({ ...options, first: first.edition });
  let known = first.number;

  function next(): NumberedEdition | undefined {
    return (receiveMessageOnPort(editions) as { readonly message: NumberedEdition } | undefined)?.message;
  }

  function take({ number, edition }: NumberedEdition): void {
    atlas.take(edition);
    known = number;
  }

  function catchUp(): void {
    while (Atomics.load(sent, 0) !== known) {
      const waiting = next();
      if (waiting === undefined) return;
      take(waiting);
    }
  }

  // A thread that nobody asks for anything keeps up too.
  editions.on('message', take);
  return { atlas, catchUp };
}
