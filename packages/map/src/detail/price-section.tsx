import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Dimension, KnownPrice, PriceList } from '../api/prices.ts';
import { COMPARED_KWH, moneyOf, pricesPath } from '../api/prices.ts';
import { Glyph } from '../icons/glyph.tsx';
import { useAsked } from '../live/use-asked.ts';
import { plugOfStandard } from '../places/plugs.ts';
import type { Plug, ShownPrice } from '../prices/prices-of-place.ts';
import { pricesOfPlace } from '../prices/prices-of-place.ts';
import { moneyIn, powerIn, unitPriceIn } from '../words/quantities.ts';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/use-words.ts';

/** Tariffs go by the clock; who leaves the page open is not shown the price of the morning. */
const ASKED_AGAIN_MS = 300_000;

/** What a charge costs now, by each tariff, item by item. */
export function PriceSection({ contentId }: { readonly contentId: string }): JSX.Element {
  const words = useWords();
  const { answer, asking, refresh } = useAsked<PriceList>(pricesPath([contentId]), { forgets: true });
  useEffect(() => {
    const timer = setInterval(refresh, ASKED_AGAIN_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  const [place] = answer?.value.items ?? [];
  const { known, unknown } = place === undefined ? { known: [], unknown: [] } : pricesOfPlace(place);
  return (
    <section class="facts" data-prices={asking ? 'asked' : 'told'}>
      <h3>
        <Glyph name="coin" size={18} />
        {words.prices}
      </h3>
      {known.map((shown, index) => (
        <PriceTable key={`${shown.price.tariff.id} ${String(index)}`} shown={shown} open={index === 0} />
      ))}
      {known.length > 0 && unknown.length > 0 && (
        <p>
          {inWords(unknown, words)}: {words.priceUnknown}
        </p>
      )}
      {known.length > 0 && <p class="small">{words.withVat}</p>}
      {known.length === 0 && <p>{asking ? `${words.loading} …` : words.pricesUnknown}</p>}
    </section>
  );
}

function PriceTable({ shown, open }: { readonly shown: ShownPrice; readonly open: boolean }): JSX.Element {
  const words = useWords();
  const { price, plugs } = shown;
  const { tariff, currency, total, limit, components, notApplied = [] } = price;
  const money = (amount: KnownPrice['total']): string => moneyIn(words.locale, moneyOf(amount), currency);
  const unitPrice = (amount: KnownPrice['total']): string => unitPriceIn(words.locale, moneyOf(amount), currency);
  return (
    <details class="tariff" open={open}>
      <summary>
        <span>
          {tariff.name ?? tariff.partner}
          {plugs.length > 0 && <small> {inWords(plugs, words)}</small>}
        </span>
        <span>
          {words.priceFor(String(COMPARED_KWH))} <strong>{money(total)}</strong>
        </span>
      </summary>
      <table>
        <tbody>
          {components.map(({ dimension, billed, price: each, amount }, index) => (
            <tr key={index}>
              <th scope="row">
                {nameOf(dimension, words)}
                {dimension !== 'FLAT' && (
                  <small>{` ${quantityIn(words.locale, billed)} ${unitOf[dimension]} × ${unitPrice(each)}/${unitOf[dimension]}`}</small>
                )}
              </th>
              <td>{money(amount)}</td>
            </tr>
          ))}
          {limit !== undefined && (
            <tr>
              <th scope="row">{limit === 'min_price' ? words.leastPrice : words.mostPrice}</th>
              <td>{money(total)}</td>
            </tr>
          )}
          {notApplied.map(({ dimension, price: each }, index) => (
            <tr key={`other ${String(index)}`}>
              <th scope="row">
                {nameOf(dimension, words)} <small>{words.underConditions}</small>
              </th>
              <td>{dimension === 'FLAT' ? money(each) : `${unitPrice(each)}/${unitOf[dimension]}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const unitOf = { ENERGY: 'kWh', TIME: 'h', PARKING_TIME: 'h' } as const;

function quantityIn(locale: string, quantity: number): string {
  return quantity.toLocaleString(locale, { maximumFractionDigits: 2 });
}

function inWords(plugs: readonly Plug[], { locale }: Words): string {
  return plugs
    .map(({ standard, power }) => {
      const { name } = plugOfStandard(standard);
      return power === undefined ? name : `${name} ${powerIn(locale, power)}`;
    })
    .join(', ');
}

function nameOf(dimension: Dimension, words: Words): string {
  if (dimension === 'ENERGY') return words.energy;
  if (dimension === 'FLAT') return words.session;
  return dimension === 'TIME' ? words.charging : words.parkingTime;
}
