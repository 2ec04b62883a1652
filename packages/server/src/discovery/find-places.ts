/** Puts a question to the atlas. */
import type { Atlas, Hit } from '../atlas/atlas.ts';
import type { SiteFilter, SiteQuery } from '../atlas/query.ts';
import { filterOf } from './condition.ts';
import type { Question } from './read-question.ts';

export interface Found {
  /** The page asked for. */
  readonly hits: readonly Hit[];
  /** All that match, before offset and limit. */
  readonly matched: number;
  /** The page covers its box evenly, so that places gave way that are nearer than others of it. */
  readonly thinned?: true;
}

/** The question without its page. */
export function queryOf({ centre, areas, conditions, order }: Question): Omit<SiteQuery, 'limit'> {
  const [first, second] = areas;
  const query: { -readonly [Key in keyof SiteQuery]?: SiteQuery[Key] } = { filter: filterOf(conditions), order };
  if (centre !== undefined) query.centre = centre;
  if (first?.area !== undefined) query.area = first.area;
  if (second?.area !== undefined) query.alsoWithin = second.area;
  return query;
}

export function findPlaces(atlas: Atlas, question: Question): Found {
  const { prefer, page } = question;
  const query = queryOf(question);
  if (prefer !== undefined) return findPreferred(atlas, query, prefer, page);
  // Pages follow each other in one order, so that a box is thinned only where no page is asked for.
  if (!question.thinBoxes || query.area?.kind !== 'box' || page.offset !== undefined) {
    return atlas.search({ ...query, ...page });
  }
  const { hits, matched } = atlas.search({ ...query, ...page, thin: 'evenly' });
  return matched > hits.length ? { hits, matched, thinned: true } : { hits, matched };
}

/** Two searches that share the page: those for the vehicle, and behind them the others. */
function findPreferred(atlas: Atlas, query: Omit<SiteQuery, 'limit'>, vehicle: string, page: Question['page']): Found {
  const wanted = new Set([vehicle]);
  const offset = page.offset ?? 0;
  const asked = (vehicles: NonNullable<SiteFilter['vehicles']>) => ({
    ...query,
    filter: filterOf([
      { parameter: '', filter: query.filter ?? {} },
      { parameter: '', filter: { vehicles } },
    ]),
  });
  const first = atlas.search({ ...asked({ any: [wanted] }), offset, limit: page.limit });
  const others = atlas.search({
    ...asked({ none: wanted }),
    offset: Math.max(0, offset - first.matched),
    limit: page.limit - first.hits.length,
  });
  return { hits: [...first.hits, ...others.hits], matched: first.matched + others.matched };
}
