/** Prices of the places that are asked for. */
import type { ContentId, Site, SourceInfo } from '@pantograph/model/location';
import type { PricedPlace, PricesResponse } from '@pantograph/model/tariff';
import { presentPrices, priceBook } from '@pantograph/model/tariff';
import { v3StandardOf } from '@pantograph/model/vocabulary';
import type { WholeAnswer } from '../http/answer.ts';
import { attributionOf } from '../http/attribution.ts';
import type { SurfaceDependencies } from '../http/surface.ts';
import { quoted } from '../discovery/parameters.ts';
import { Refused } from '../refusal/refused.ts';
import type { PriceQuestion } from './read-question.ts';

export function pricePlaces(question: PriceQuestion, { atlas }: Pick<SurfaceDependencies, 'atlas'>): WholeAnswer {
  const book = priceBook(question.demand);
  const items = new Map<ContentId, PricedPlace>();
  const missingItems: string[] = [];
  const sources = new Set<SourceInfo>();
  for (const [contentId, id] of question.ids) {
    const site = atlas.site(contentId);
    if (site === undefined) {
      missingItems.push(id);
    } else if (!items.has(site.contentId)) {
      refuseUnknownParts(site, question);
      sources.add(site.source);
      items.set(site.contentId, presentPrices(site, { book, filter: question.filter, only: isMeant(question) }));
    }
  }
  if (items.size === 0) throw notFound(question, atlas);
  const attribution = attributionOf(sources);
  const body: PricesResponse = { asked: question.asked, items: [...items.values()], missingItems };
  return {
    status: 200,
    headers: {
      'content-type': 'application/json',
      ...(attribution !== undefined && { 'x-attribution': attribution }),
    },
    body: JSON.stringify(body),
  };
}

type Only = NonNullable<Parameters<typeof presentPrices>[1]['only']>;

function isMeant({ evse: asked, connector: askedConnector, standards }: PriceQuestion): Only {
  return (evse, { id, standard }) =>
    (asked === undefined || isCalled(evse, asked)) &&
    (askedConnector === undefined || id === askedConnector) &&
    (standards === undefined || standards.has(v3StandardOf(standard)));
}

type Evse = Site['location']['evses'][number];

/** By its uid, or by the id that is printed on it. */
function isCalled(evse: Evse, asked: string): boolean {
  return evse.uid === asked || evse.evse_id?.toUpperCase() === asked.toUpperCase();
}

function refuseUnknownParts({ location }: Site, { evse: asked, connector }: PriceQuestion): void {
  if (asked === undefined) return;
  const evses = location.evses.filter((evse) => evse.status !== 'REMOVED' && isCalled(evse, asked));
  if (evses.length === 0) {
    throw new Refused('not_found', { parameter: 'evse', cause: `The place has no EVSE ${quoted(asked)}` });
  }
  if (connector === undefined || evses.some(({ connectors }) => connectors.some(({ id }) => id === connector))) return;
  throw new Refused('not_found', { parameter: 'connector', cause: `The EVSE has no connector ${quoted(connector)}` });
}

/** Where not one of them is there; why, if it is known of the first. */
function notFound({ ids }: PriceQuestion, atlas: SurfaceDependencies['atlas']): Refused {
  const [[contentId, id] = []] = ids;
  const removal = contentId === undefined ? undefined : atlas.removal(contentId);
  const cause =
    removal === undefined
      ? `No place has the id ${quoted(id ?? '')}`
      : `The place ${quoted(id ?? '')} was removed at ${removal.removedAt}: ${removal.reason}`;
  return new Refused('not_found', { parameter: 'id', cause });
}
