import type { JSX } from 'preact';
import type { Tariff } from '../api/charging-location.ts';
import { Glyph } from '../icons/glyph.tsx';
import { COMPARED_KWH } from '../list/use-prices.ts';
import { localMoment, priceOfCharge } from '../prices/price-of-charge.ts';
import { moneyIn } from '../words/quantities.ts';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/use-words.ts';

interface PriceSectionProps {
  readonly tariffs: readonly Tariff[];
  readonly timeZone: string | undefined;
}

/** What a charge costs now, by each tariff, item by item. */
export function PriceSection({ tariffs, timeZone }: PriceSectionProps): JSX.Element {
  const words = useWords();
  const { locale } = words;
  const at = localMoment(new Date(), timeZone);
  const priced = tariffs.flatMap((tariff) => {
    const price = priceOfCharge(tariff, COMPARED_KWH, at);
    return price === undefined ? [] : [{ tariff, price }];
  });
  return (
    <section class="facts">
      <h3>
        <Glyph name="coin" size={18} />
        {words.prices}
      </h3>
      {priced.length === 0 ? (
        <p>{words.pricesUnknown}</p>
      ) : (
        priced.map(({ tariff, price }, index) => (
          <details key={`${tariff.partner} ${String(index)}`} class="tariff" open={index === 0}>
            <summary>
              <span>{tariff.name ?? tariff.partner}</span>
              <span>
                {words.priceFor(String(COMPARED_KWH))} <strong>{moneyIn(locale, price.total, price.currency)}</strong>
              </span>
            </summary>
            <table>
              <tbody>
                {price.items.map(({ dimension, amount, unit, conditional }) => (
                  <tr key={dimension}>
                    <th scope="row">
                      {nameOf(dimension, words)}
                      {unit !== undefined && (
                        <small> {`${String(COMPARED_KWH)} × ${moneyIn(locale, unit, price.currency)}/kWh`}</small>
                      )}
                      {conditional && <small> {words.underConditions}</small>}
                    </th>
                    <td>{moneyIn(locale, amount, price.currency)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        ))
      )}
      {priced.length > 0 && <p class="small">{words.withVat}</p>}
    </section>
  );
}

function nameOf(dimension: 'ENERGY' | 'FLAT' | 'TIME' | 'PARKING_TIME', words: Words): string {
  if (dimension === 'ENERGY') return words.energy;
  if (dimension === 'FLAT') return words.session;
  return words.perHour(dimension === 'TIME' ? words.charging : words.parkingTime);
}
