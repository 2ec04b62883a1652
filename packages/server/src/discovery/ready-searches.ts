/**
 * Searches for places, for questions that are written plainly. Callers ask in few manners for many places, so that the
 * manner is read once for each text of it.
 */
import type { ReadySurface, RequestContext, SurfaceDependencies } from '../http/surface.ts';
import { Refused } from '../refusal/refused.ts';
import { parametersOf } from './parameters.ts';
import type { Manner } from './read-manner.ts';
import { readManner } from './read-manner.ts';
import type { Endpoint } from './read-presentation.ts';
import { readQuestion, whereParameters } from './read-question.ts';
import { refusalAnswer } from './refuse.ts';
import { searchPlaces } from './search-places.ts';

const readyEndpoints = new Map<string, Endpoint>([
  ['/v1/browse', 'browse'],
  ['/v1/discover', 'discover'],
]);

export function readySearches(dependencies: SurfaceDependencies): ReadySurface {
  const mannerOf = mannersByText();
  return (target) => {
    const mark = target.indexOf('?');
    const endpoint = mark < 0 ? undefined : readyEndpoints.get(target.slice(0, mark));
    const asked = endpoint && splitQuery(target.slice(mark + 1));
    if (endpoint === undefined || asked === undefined) return undefined;
    return (context) => {
      try {
        const manner = mannerOf(endpoint, asked.manner, context);
        const where = parametersOf(new URLSearchParams(asked.where));
        return searchPlaces(readQuestion(endpoint, where, manner), context, dependencies);
      } catch (error) {
        if (error instanceof Refused) return refusalAnswer(error, context);
        throw error;
      }
    };
  };
}

interface SplitQuery {
  readonly where: string;
  /** As sent, but for the key, which is read by the edge alone. */
  readonly manner: string;
}

/** A name in which no escape hides another one. */
const plainName = /^[A-Za-z]+(?:(?:\[|%5B)[A-Za-z]+(?:\]|%5D))?$/;
const saysWhere = new Set<string>(whereParameters);

function splitQuery(query: string): SplitQuery | undefined {
  let where = '';
  let manner = '';
  for (const part of query.split('&')) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    if (saysWhere.has(name)) where += `&${part}`;
    else if (!plainName.test(name)) return undefined;
    else if (name !== 'apiKey') manner += `&${part}`;
  }
  return { where, manner };
}

/** Longer texts, and more than so many, are not worth their memory. */
const MOST_TEXTS = 256;
const LONGEST_TEXT = 512;

function mannersByText(): (endpoint: Endpoint, text: string, context: RequestContext) => Manner {
  const known = new Map<string, Manner>();
  return (endpoint, text, context) => {
    const key = `${endpoint}${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const manner = readManner(endpoint, parametersOf(new URLSearchParams(text)), context);
    if (text.length > LONGEST_TEXT || !isForAll(manner)) return manner;
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(key, manner);
    return manner;
  };
}

/** Some conditions are of the moment, and some are not for every caller. */
function isForAll({ conditions }: Manner): boolean {
  return conditions.every(({ filter }) => filter?.openAt === undefined && filter?.vehicle === undefined);
}
