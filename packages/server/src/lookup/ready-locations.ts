/**
 * Locations by id and by ids, for questions that are written plainly: ids without escapes, and of the other parameters a
 * text that was read before. All else takes the usual way, which says what is wrong with it.
 */
import type { ReadySurface } from '../http/surface.ts';
import { Refused } from '../refusal/refused.ts';
import { answerLocation, answerLocations } from './answer-locations.ts';
import type { LocationDocuments } from './location-document.ts';
import { locationDocuments } from './location-document.ts';
import { connectorTypesParameter, guarded, plainIds, readLocationOptions } from './location-parameters.ts';
import type { Lookup } from './lookup.ts';
import { refusalAnswer } from './refuse.ts';

const PATH = '/v3/locations';

export function readyLocations(lookup: Lookup): ReadySurface {
  const documentsOf = documentsByText(lookup);
  return (target) => {
    if (!target.startsWith(PATH)) return undefined;
    const mark = target.indexOf('?');
    const path = mark < 0 ? target : target.slice(0, mark);
    const query = splitQuery(mark < 0 ? '' : target.slice(mark + 1));
    const documentOf = query && documentsOf(query.others);
    if (query === undefined || documentOf === undefined) return undefined;
    if (path === PATH) {
      const ids = query.ids === undefined ? undefined : plainIds(query.ids);
      return ids && (({ now }) => answerLocations(lookup, ids, documentOf, now));
    }
    const id = path.slice(PATH.length + 1);
    if (path[PATH.length] !== '/' || id === '' || query.ids !== undefined) return undefined;
    return (context) => {
      try {
        return answerLocation(lookup, id, documentOf, context.now);
      } catch (error) {
        if (error instanceof Refused) return refusalAnswer(error, context, path);
        throw error;
      }
    };
  };
}

interface PlainQuery {
  readonly ids: string | undefined;
  /** As sent, but for the key, which is read by the edge alone. */
  readonly others: string;
}

const plainPart = /^[A-Za-z]+=/;
const plainList = /^[\w:,-]*$/;

function splitQuery(query: string): PlainQuery | undefined {
  let ids: string | undefined;
  let others = '';
  for (const part of query === '' ? [] : query.split('&')) {
    if (part.startsWith('ids=')) {
      const list = part.slice(4).replaceAll('%2C', ',').replaceAll('%3A', ':');
      if (ids !== undefined || !plainList.test(list)) return undefined;
      ids = list;
    } else if (!plainPart.test(part)) return undefined;
    else if (!part.startsWith('apiKey=')) others += `&${part}`;
  }
  return { ids, others };
}

/** Callers write the same few texts again and again; longer ones, and more than so many, are not worth their memory. */
const MOST_TEXTS = 256;
const LONGEST_TEXT = 512;

/** What the parameters other than ids ask for. `undefined` where a right is needed, or more is chosen than fields. */
function documentsByText(lookup: Lookup): (text: string) => LocationDocuments | undefined {
  const known = new Map<string, LocationDocuments | undefined>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before;
    if (text.length > LONGEST_TEXT) return undefined;
    const documents = readDocuments(new URLSearchParams(text), lookup);
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(text, documents);
    return documents;
  };
}

function readDocuments(query: URLSearchParams, lookup: Lookup): LocationDocuments | undefined {
  try {
    const options = readLocationOptions(query, {}, lookup.settings);
    const isGuarded = guarded.some((field) => options.fields?.has(field) === true);
    const isChosen = options.tariffFilter !== undefined || query.has(connectorTypesParameter.name);
    return isGuarded || isChosen ? undefined : locationDocuments(lookup, options);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
