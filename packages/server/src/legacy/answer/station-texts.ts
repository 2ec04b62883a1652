/**
 * Stations as text, each written once as long as what is known of it stays the same: only its distance differs from
 * answer to answer. The text is that of the tree `presentPage` makes, byte for byte.
 */
import type { LegacyQuirks, Page, StationFacts } from '@pantograph/model/v2';
import { presentAroundDistance, presentPage, writeElement } from '@pantograph/model/v2';
import type { LegacyFormat } from './format.ts';
import { write } from './format.ts';

/** A station but for its distance, which goes between the two. */
interface StationText {
  readonly before: string;
  readonly after: string;
}

const ELEMENT = 'evStation';
const LIST = 'evStations';

export type StationTexts = (format: LegacyFormat, page: Page) => string;

export function stationTexts(quirks: LegacyQuirks): StationTexts {
  const kept = {
    json: new WeakMap<StationFacts, StationText>(),
    xml: new WeakMap<StationFacts, StationText>(),
  } as const;
  const writers = { json: jsonText, xml: xmlText } as const;

  function textOf(format: LegacyFormat, facts: StationFacts): StationText {
    const known = kept[format].get(facts);
    if (known !== undefined) return known;
    const text = writers[format](presentAroundDistance(facts, quirks));
    kept[format].set(facts, text);
    return text;
  }

  return (format, page) => {
    const stations = page.stations.map(({ facts, distance }) => {
      const { before, after } = textOf(format, facts);
      return before + distanceIn(format, distance) + after;
    });
    const empty = write(format, 'evStationsResult', presentPage({ ...page, stations: [] }, quirks));
    return format === 'json' ? intoJson(empty, stations) : intoXml(empty, stations);
  };
}

type Around = ReturnType<typeof presentAroundDistance>;

/** Neither part is ever empty: an id stands before the distance, a name behind it. */
function jsonText({ before, after }: Around): StationText {
  return { before: JSON.stringify(before).slice(0, -1), after: `,${JSON.stringify(after).slice(1)}` };
}

function xmlText({ before, after }: Around): StationText {
  return {
    before: writeElement(ELEMENT, before).slice(0, -`</${ELEMENT}>`.length),
    after: writeElement(ELEMENT, after).slice(`<${ELEMENT}>`.length),
  };
}

function distanceIn(format: LegacyFormat, distance: number | undefined): string {
  if (distance === undefined) return '';
  const metres = Math.round(distance);
  return format === 'json' ? `,"distance":${String(metres)}` : writeElement('distance', metres);
}

function intoJson(empty: string, stations: readonly string[]): string {
  const end = ']}}';
  return empty.slice(0, -end.length) + stations.join(',') + end;
}

function intoXml(empty: string, stations: readonly string[]): string {
  if (stations.length === 0) return empty;
  return empty.replace(`<${LIST}/>`, () => `<${LIST}>${stations.join('')}</${LIST}>`);
}
