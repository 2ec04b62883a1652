/** A world that keeps what presenters made of its sites, and forgets it as soon as it hears of a change. */
import type { SourceInfo } from '@pantograph/model/location';
import { jsonPart, partOf, textOf } from '../snapshot/saved-parts.ts';
import type { RestoredParts, SavedPart } from '../snapshot/saved-parts.ts';
import type { World, WorldChange, WorldSettings } from '../world.ts';
import { documentReader } from './document-reader.ts';
import { KeptDocuments } from './kept-documents.ts';
import { presentersEdition } from './presenters-edition.ts';

const TERMS = 'terms-of-documents';
const EDITION = 'edition-of-documents';

export function keepingWorld(makeWorld: (settings: WorldSettings) => World, kept = new KeptDocuments()) {
  return (settings: WorldSettings): World => {
    const inner = makeWorld({ ...settings, isKept: (words, at) => kept.holds(words, at) });
    const terms = new Map<string, string>();

    /** Confirmations that statuses still hold come all the time and stand in no kept document. */
    function isNews({ confirmedAt: _, ...source }: SourceInfo): boolean {
      const said = JSON.stringify(source);
      if (terms.get(source.name) === said) return false;
      terms.set(source.name, said);
      return true;
    }

    function forget(change: WorldChange): void {
      switch (change.kind) {
        case 'source':
          kept.credits.put(change.source);
          // A source may be named in any document.
          if (isNews(change.source)) kept.clear();
          break;
        case 'tariff':
          kept.tariffs.changed(change.record.key);
          break;
        case 'tariffRemoval':
          kept.tariffs.changed(change.key);
          break;
        case 'location':
          kept.forget(change.record.contentId);
          break;
        default:
          kept.forget(change.contentId);
      }
    }

    function apply(change: WorldChange): void {
      forget(change);
      inner.apply(change);
    }

    function save(): readonly SavedPart[] {
      return [
        ...(inner.save?.() ?? []),
        jsonPart(TERMS, [...terms]),
        jsonPart(EDITION, presentersEdition()),
        ...kept.save(),
      ];
    }

    function restore(parts: RestoredParts): void {
      inner.restore?.(parts);
      if (!parts.has(TERMS) || !parts.has(EDITION)) return;
      if (JSON.parse(textOf(partOf(parts, EDITION))) !== presentersEdition()) return;
      // Of the time of the documents: what has changed since is in the log.
      terms.clear();
      for (const [name, said] of JSON.parse(textOf(partOf(parts, TERMS))) as readonly (readonly [string, string])[]) {
        terms.set(name, said);
      }
      kept.restore(parts);
    }

    // Inherits all else, getters too.
    return Object.defineProperties(Object.create(inner) as World, {
      apply: { value: apply },
      document: { value: documentReader(kept, settings) },
      ...(inner.save && inner.restore && { save: { value: save }, restore: { value: restore } }),
      unsaved: { value: () => kept.unsaved },
      close: { value: () => kept.close() },
    });
  };
}
