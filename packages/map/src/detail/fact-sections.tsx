import type { ComponentChildren, JSX } from 'preact';
import type { ChargingLocation } from '../api/charging-location.ts';
import { Glyph } from '../icons/glyph.tsx';
import { openingOf } from '../places/opening.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/words.ts';

interface FactSectionsProps {
  readonly place: ChargingLocation;
  readonly credit: string | undefined;
}

/** Hours, payment, parking, electricity and whose data it is; what is not known has no section. */
export function FactSections({ place, credit }: FactSectionsProps): JSX.Element {
  const words = useWords();
  const payments = [...new Set((place.evses ?? []).flatMap((evse) => evse.paymentSupports ?? []))];
  const parking = [place.parkingType, ...(place.restrictions ?? []), ...(place.facilityTypes ?? [])].flatMap(
    (each) => each ?? [],
  );
  const cards = (place.eMobilityServiceProviders ?? []).map(({ name }) => name);
  const newest = (place.evses ?? [])
    .map(({ modified }) => modified)
    .toSorted()
    .at(-1);
  const mix = place.energyMix;
  return (
    <>
      <Fact glyph="clock" title={words.hours}>
        <p>{openingInWords(place, words)}</p>
      </Fact>
      {payments.length + cards.length > 0 && (
        <Fact glyph="card" title={words.payment}>
          <Tags values={payments} />
          {cards.length > 0 && (
            <p>
              {words.cards}: {cards.join(', ')}
            </p>
          )}
        </Fact>
      )}
      {parking.length > 0 && (
        <Fact glyph="parking" title={words.parking}>
          <Tags values={parking} />
        </Fact>
      )}
      {mix !== undefined && (
        <Fact glyph="leaf" title={words.energyMix}>
          <p>
            {[mix.isGreenEnergy ? words.green : undefined, mix.supplier]
              .filter((each) => each !== undefined)
              .join(', ')}
          </p>
          <Tags
            values={(mix.energySources ?? []).map(
              ({ source, percentage }) => `${readable(source)} ${String(percentage)} %`,
            )}
          />
        </Fact>
      )}
      <Fact glyph="database" title={words.data}>
        {credit !== undefined && (
          <p>
            {words.source}: {credit}
          </p>
        )}
        {newest !== undefined && (
          <p>
            {words.lastStatus}: <time dateTime={newest}>{new Date(newest).toLocaleString(words.locale)}</time>
          </p>
        )}
        <p class="small">{place.id}</p>
      </Fact>
    </>
  );
}

function openingInWords({ openingHours, timeZone }: ChargingLocation, words: Words): string {
  const opening = openingOf(openingHours, timeZone, new Date());
  switch (opening.state) {
    case 'always':
      return words.open24;
    case 'unknown':
      return words.hoursUnknown;
    case 'open':
      return words.openUntil(opening.until ?? '');
    case 'closed':
      return opening.until === undefined ? words.closedToday : words.closedUntil(opening.until);
  }
}

interface FactProps {
  readonly glyph: Parameters<typeof Glyph>[0]['name'];
  readonly title: string;
  readonly children: ComponentChildren;
}

function Fact({ glyph, title, children }: FactProps): JSX.Element {
  return (
    <section class="facts">
      <h3>
        <Glyph name={glyph} size={18} />
        {title}
      </h3>
      {children}
    </section>
  );
}

function Tags({ values }: { readonly values: readonly string[] }): JSX.Element | null {
  if (values.length === 0) return null;
  return (
    <ul class="tags">
      {values.map((value) => (
        <li key={value}>{readable(value)}</li>
      ))}
    </ul>
  );
}

/** `creditCard` and `ALONG_MOTORWAY` as words; vocabularies of feeds are open, so that they are not translated. */
function readable(code: string): string {
  const words = code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
