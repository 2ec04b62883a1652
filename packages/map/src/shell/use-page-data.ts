/** What the page asks of the server for a view, kept fresh. */
import { useCallback, useMemo, useRef } from 'preact/hooks';
import type { ChargingLocation } from '../api/charging-location.ts';
import { locationPath } from '../api/charging-location.ts';
import { pathWith } from '../api/ask.ts';
import type { Bounds, Company, FacetValue, PlaceList } from '../api/places.ts';
import { contentIdOf, figuresOf, placesPath } from '../api/places.ts';
import { usePrices } from '../list/use-prices.ts';
import type { AskedState } from '../live/use-asked.ts';
import { useAsked } from '../live/use-asked.ts';
import type { StreamState } from '../live/open-stream.ts';
import { useLive } from '../live/use-live.ts';
import type { LeastPrice } from '../prices/prices-of-place.ts';
import { filterParameters, noFilters } from '../state/filters.ts';
import type { ViewState } from '../state/view-state.ts';

const LISTED = 30;
/** Seconds between looks where no stream says that something changed. */
const OPEN_PLACE_SECONDS = 4;
const LIST_SECONDS = 15;
/** Facets over more than a region say little and cost much. */
const FACETS_FROM_ZOOM = 7;

interface PageData {
  readonly listPath: string;
  readonly list: AskedState<PlaceList>;
  readonly detail: AskedState<ChargingLocation>;
  readonly prices: ReadonlyMap<string, LeastPrice>;
  readonly operators: readonly FacetValue[];
  readonly cards: readonly Company[];
  readonly tiles: string;
  /** When a status of what is shown was last said, ISO 8601. */
  readonly newest: string | undefined;
  readonly stream: StreamState;
}

/** @param bounds absent where there is no map */
export function usePageData(view: ViewState, bounds: Bounds | undefined, eventsPath: string | undefined): PageData {
  const { camera, filters, route, place, sorting } = view;
  const asks = {
    centre: camera,
    ...(bounds === undefined ? {} : { bounds }),
    ...(route === undefined ? {} : { route }),
  };
  const listPath = placesPath({ ...asks, filters, limit: LISTED });
  const list = useAsked<PlaceList>(listPath, { forgets: false });
  const facetsPath = placesPath({ ...asks, filters: noFilters, limit: 1, facets: true });
  const facets = useAsked<PlaceList>(camera.zoom >= FACETS_FROM_ZOOM ? facetsPath : undefined, {
    forgets: false,
  });
  const detail = useAsked<ChargingLocation>(place === undefined ? undefined : locationPath(place), { forgets: true });

  const items = list.answer?.value.items;
  const contentIds = useMemo(() => (items ?? []).map(({ id }) => contentIdOf(id)), [items]);
  const stream = useLive(streamPathOf(eventsPath, contentIds, place), [
    {
      seconds: OPEN_PLACE_SECONDS,
      again() {
        // What is gone does not come back under the same link while somebody looks.
        if (detail.trouble?.kind !== 'gone') detail.refresh();
      },
    },
    { seconds: LIST_SECONDS, again: list.refresh },
  ]);

  const prices = usePrices(contentIds, sorting === 'price');
  // The browser may write brackets into an address; the engine needs the braces as they are.
  const tiles = pathWith(`${location.origin}/tiles/{z}/{x}/{y}.mvt`, filterParameters(filters));
  const cards = useCards(list.answer?.value);
  const newest = useMemo(() => {
    const ofList = (items ?? []).flatMap((item) => figuresOf(item).newest ?? []);
    const ofDetail = place === undefined ? [] : (detail.answer?.value.evses ?? []).map(({ modified }) => modified);
    return (ofDetail.length > 0 ? ofDetail : ofList).toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  }, [items, detail.answer, place]);
  return {
    listPath,
    list,
    detail,
    prices,
    operators: facets.answer?.value.facets?.operators ?? [],
    cards,
    tiles,
    newest,
    stream,
  };
}

/** Of what is shown, and no more of it than that it changed. The order of the list does not matter. */
function streamPathOf(
  eventsPath: string | undefined,
  contentIds: readonly string[],
  place: string | undefined,
): string | undefined {
  const ids = [...new Set([...contentIds, ...(place === undefined ? [] : [place])])].toSorted();
  if (eventsPath === undefined || ids.length === 0) return undefined;
  return pathWith(eventsPath, [
    ['ids', ids.join(',')],
    ['fields', 'connectorGroups'],
  ]);
}

/** Charge cards met so far, by name. */
function useCards(list: PlaceList | undefined): readonly Company[] {
  const met = useRef(new Map<string, Company>());
  const collect = useCallback((items: PlaceList['items']) => {
    for (const { extended } of items) {
      for (const card of extended?.evStation?.eMobilityServiceProviders ?? []) met.current.set(card.partnerId, card);
    }
    return [...met.current.values()].toSorted((a, b) => a.name.localeCompare(b.name));
  }, []);
  return useMemo(() => collect(list?.items ?? []), [collect, list]);
}
