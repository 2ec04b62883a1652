/** A world that keeps what presenters made of its sites, and forgets it as soon as it hears of a change. */
import type { World, WorldChange, WorldSettings } from '../world.ts';
import { documentReader } from './document-reader.ts';
import { KeptDocuments } from './kept-documents.ts';
import { LazyPlace } from './lazy-site.ts';

export function keepingWorld(makeWorld: (settings: WorldSettings) => World, kept = new KeptDocuments()) {
  return (settings: WorldSettings): World => {
    const { documents } = settings;
    const inner = makeWorld({
      ...settings,
      ...(documents && {
        documents: {
          read: (contentId) =>
            kept.holds(contentId)
              ? new LazyPlace(contentId, () => documents.read(contentId))
              : documents.read(contentId),
        },
      }),
    });

    function apply(change: WorldChange): void {
      // A tariff or a source may stand in any of them.
      if ('contentId' in change) kept.forget(change.contentId);
      else if (change.kind === 'location') kept.forget(change.record.contentId);
      else kept.clear();
      inner.apply(change);
    }

    // Inherits all else, getters too.
    return Object.defineProperties(Object.create(inner) as World, {
      apply: { value: apply },
      document: { value: documentReader(kept, settings.removedEvseDays) },
    });
  };
}
