/** The places in view, as a list: what the map shows, for those who do not use it too. */
import type { JSX } from 'preact';
import type { PlaceList as Places } from '../api/places.ts';
import { contentIdOf } from '../api/places.ts';
import type { AskedState } from '../live/use-asked.ts';
import type { LeastPrice } from '../prices/prices-of-place.ts';
import { CurlThis } from '../shell/curl-this.tsx';
import type { Sorting } from '../state/view-state.ts';
import { sortings } from '../state/view-state.ts';
import { useWords } from '../words/use-words.ts';
import { PlaceCard } from './place-card.tsx';
import { sortPlaces } from './sort-places.ts';

interface PlaceListProps {
  readonly asked: AskedState<Places>;
  readonly path: string;
  readonly sorting: Sorting;
  readonly prices: ReadonlyMap<string, LeastPrice>;
  readonly onSort: (sorting: Sorting) => void;
  readonly onOpen: (contentId: string) => void;
}

export function PlaceList({ asked, path, sorting, prices, onSort, onOpen }: PlaceListProps): JSX.Element {
  const words = useWords();
  const { answer } = asked;
  const places = answer === undefined ? [] : sortPlaces(answer.value.items, sorting, prices);
  return (
    <section class="list" aria-label={words.list} aria-busy={asked.asking}>
      <div class="list-head">
        <p class="list-count" role="status">
          {answer === undefined
            ? asked.trouble === undefined
              ? `${words.loading} …`
              : ''
            : words.places(places.length, answer.matched ?? places.length)}
        </p>
        <label class="sort">
          <span class="hidden">{words.sortBy}</span>
          <select
            value={sorting}
            onChange={(event) => {
              const { value } = event.currentTarget;
              onSort(sortings.find((each) => each === value) ?? 'distance');
            }}
          >
            {sortings.map((each) => (
              <option key={each} value={each}>
                {words.sortings[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {asked.trouble?.kind === 'refused' && <p class="empty">{asked.trouble.text}</p>}
      {answer !== undefined && places.length === 0 && (
        <p class="empty">
          <strong>{words.noPlaces}</strong>
          <br />
          {words.noPlacesHint}
        </p>
      )}
      <ul class="cards">
        {places.map((place) => (
          <PlaceCard key={place.id} place={place} price={prices.get(contentIdOf(place.id))} onOpen={onOpen} />
        ))}
      </ul>
      <div class="list-foot">
        <CurlThis path={path} />
        {answer?.credit !== undefined && <p class="credit">{answer.credit}</p>}
      </div>
    </section>
  );
}
