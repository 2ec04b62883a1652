/** One place in the list. */
import type { JSX } from 'preact';
import type { ListedPlace } from '../api/places.ts';
import { contentIdOf, figuresOf } from '../api/places.ts';
import { COMPARED_KWH } from '../api/prices.ts';
import { PlugIcon } from '../icons/plug-icon.tsx';
import { plugOfId } from '../places/plugs.ts';
import { powerColour } from '../places/power-bands.ts';
import type { LeastPrice } from '../prices/prices-of-place.ts';
import { withoutTitle } from '../search/find-suggestions.ts';
import { distanceIn, moneyIn, powerIn } from '../words/quantities.ts';
import { useWords } from '../words/use-words.ts';

interface PlaceCardProps {
  readonly place: ListedPlace;
  readonly price: LeastPrice | undefined;
  readonly onOpen: (contentId: string) => void;
}

const MOST_PLUGS = 4;

export function PlaceCard({ place, price, onOpen }: PlaceCardProps): JSX.Element {
  const words = useWords();
  const { power, evses, available, plugs } = figuresOf(place);
  const { locale } = words;
  const isClosed = place.openingHours?.[0]?.isOpen === false;
  const distance =
    place.excursionDistance !== undefined
      ? words.detour(distanceIn(locale, place.excursionDistance))
      : place.distance === undefined
        ? undefined
        : words.away(distanceIn(locale, place.distance));
  const state = available === undefined ? 'unknown' : available > 0 ? 'free' : 'taken';
  const shown = plugs.flatMap(({ id, power: strongest }) => {
    const plug = plugOfId(id);
    return plug === undefined ? [] : [{ ...plug, power: strongest }];
  });
  return (
    <li>
      <button
        type="button"
        class="card"
        onClick={() => onOpen(contentIdOf(place.id))}
        data-place={contentIdOf(place.id)}
      >
        <span class="card-power" style={{ '--band': powerColour(power) }}>
          {power === undefined ? '?' : Math.round(power).toLocaleString(locale)}
          <small>{power === undefined ? words.unknownPower : 'kW'}</small>
        </span>
        <span class="card-text">
          <span class="card-title">{place.title}</span>
          <span class="card-address">{withoutTitle(place.address.label, place.title)}</span>
          <span class="card-facts">
            <span class={`state state-${state}`}>
              {available === undefined ? words.noLiveDataShort : words.free(available, evses)}
            </span>
            {isClosed && <span class="card-closed">{words.closedNow}</span>}
            {price !== undefined && <span>{moneyIn(locale, price.total / COMPARED_KWH, price.currency)}/kWh</span>}
            <span class="card-plugs">
              {shown.slice(0, MOST_PLUGS).map(({ name, shape, power: strongest }) => (
                <span key={name} title={strongest === undefined ? name : `${name}, ${powerIn(locale, strongest)}`}>
                  <PlugIcon shape={shape} size={18} />
                  <span class="hidden">{name}</span>
                </span>
              ))}
            </span>
          </span>
        </span>
        <span class="card-distance">{distance}</span>
      </button>
    </li>
  );
}
