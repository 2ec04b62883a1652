/** One place as the index keeps it: numbers into the dictionaries, and its own words. */
import { positionOf } from '@pantograph/model/geo';
import type { Position } from '@pantograph/model/location';
import type { Location } from '@pantograph/model/ocpi';
import { statuses } from '@pantograph/model/vocabulary';
import type { PlaceRecord } from '../build-site.ts';
import { addressTexts, foldedWords } from '../search-text.ts';
import { evseFactsOf, siteFactsOf } from '../site-facts.ts';
import { ID_WORDS, writeIdWords } from './content-id-words.ts';
import type { Dictionaries } from './dictionaries.ts';
import { withoutRepeats } from './dictionaries.ts';
import { hashOf } from './traits.ts';

export interface EvseRow {
  /** Number in the dictionary of EVSEs. */
  readonly kind: number;
  readonly uid: number;
  readonly status: number;
}

export interface PlaceRow {
  readonly id: Uint32Array;
  readonly position: Position;
  readonly suppliers: number;
  readonly providers: number;
  readonly place: number;
  readonly hours: number;
  readonly equipment: number;
  readonly evses: readonly EvseRow[];
  readonly text: Uint8Array;
}

const encoder = new TextEncoder();

export function placeRowOf(record: PlaceRecord, dictionaries: Dictionaries): PlaceRow {
  const { location } = record;
  const id = new Uint32Array(ID_WORDS);
  if (!writeIdWords(record.contentId, id, 0)) throw new TypeError(`${record.contentId} is not made by contentIdOf`);
  const { suppliers, providers, country, vehicles, hours } = siteFactsOf(record);
  const evses = location.evses.map((evse): EvseRow => ({
    kind: dictionaries.evses.numberOf(withoutRepeats(evseFactsOf(record, evse))),
    uid: uidHash(evse.uid),
    status: statusCode(evse.status),
  }));
  return {
    id,
    position: positionOf(location.coordinates),
    suppliers: dictionaries.suppliers.numberOf(suppliers),
    providers: dictionaries.providers.numberOf(providers),
    place: dictionaries.places.numberOf({ country, vehicles }),
    hours: dictionaries.hours.numberOf(hours),
    equipment: equipmentOf(evses, dictionaries),
    evses,
    text: encoder.encode(textOf(location)),
  };
}

export function equipmentOf(evses: readonly EvseRow[], dictionaries: Dictionaries): number {
  return dictionaries.equipment.numberOf([...new Set(evses.map(({ kind }) => kind))].sort((a, b) => a - b));
}

/** 16 bits by which an EVSE is told from the others of its location. */
export function uidHash(uid: string): number {
  return hashOf(uid) & 0xffff;
}

const codes = new Map(statuses.map(({ status }, code) => [status, code]));

export function statusCode(status: (typeof statuses)[number]['status']): number {
  const code = codes.get(status);
  if (code === undefined) throw new Error(`status ${status} is not in the table`);
  return code;
}

/** Ends the words of the name; what follows are the words of the address. */
export const SECTION_END = 0x0a;
/** Stands before every word. */
export const WORD_START = 0x20;

/** The words that are a location's own; those of its operators and its country are in the dictionaries. */
function textOf(location: Location): string {
  return `${wordsOf([location.name])}\n${wordsOf(addressTexts(location))}`;
}

function wordsOf(texts: readonly (string | undefined)[]): string {
  const words = new Set(texts.flatMap((text) => (text === undefined ? [] : foldedWords(text))));
  return Array.from(words, (word) => ` ${word}`).join('');
}
