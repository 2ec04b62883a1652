/** A world that keeps what presenters made of its sites, and forgets it as soon as it hears of a change. */
import type { SourceInfo } from '@pantograph/model/location';
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

    const terms = new Map<string, string>();

    /** Confirmations that statuses still hold come all the time and stand in no kept document. */
    function isNews({ confirmedAt: _, ...source }: SourceInfo): boolean {
      const said = JSON.stringify(source);
      if (terms.get(source.name) === said) return false;
      terms.set(source.name, said);
      return true;
    }

    // A tariff or a source may stand in any document.
    function apply(change: WorldChange): void {
      if ('contentId' in change) kept.forget(change.contentId);
      else if (change.kind === 'location') kept.forget(change.record.contentId);
      else if (change.kind !== 'source' || isNews(change.source)) kept.clear();
      inner.apply(change);
    }

    // Inherits all else, getters too.
    return Object.defineProperties(Object.create(inner) as World, {
      apply: { value: apply },
      document: { value: documentReader(kept, settings.removedEvseDays) },
    });
  };
}
