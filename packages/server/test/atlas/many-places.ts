/** A large made-up world in the index's own form: towns of very different size, and the country between them. */
import { partnerIdOf } from '@pantograph/model/location';
import { statuses } from '@pantograph/model/vocabulary';
import type { Dictionaries } from '../../src/atlas/indexed/dictionaries.ts';
import type { EvseRow, PlaceRow } from '../../src/atlas/indexed/place-row.ts';
import { equipmentOf } from '../../src/atlas/indexed/place-row.ts';
import type { ConnectorFacts } from '../../src/atlas/site-facts.ts';

/** Numbers from 0 up to 1, the same for the same seed (a linear congruential generator, upper bits). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return ((state >>> 8) & 0xff_ffff) / 0x100_0000;
  };
}

export const RARE_STANDARD = 'NEMA_14_50';
/** One place in so many has the rare standard. */
const RARITY = 2000;
const TOWNS = 4000;

const kinds: readonly ConnectorFacts[] = [
  { standard: 'IEC_62196_T2', watts: 11_000, current: 'AC' },
  { standard: 'IEC_62196_T2', watts: 22_000, current: 'AC' },
  { standard: 'IEC_62196_T2' },
  { standard: 'IEC_62196_T2_COMBO', watts: 50_000, current: 'DC' },
  { standard: 'IEC_62196_T2_COMBO', watts: 150_000, current: 'DC' },
  { standard: 'IEC_62196_T2_COMBO', watts: 300_000, current: 'DC' },
  { standard: 'CHADEMO', watts: 50_000, current: 'DC' },
  { standard: 'DOMESTIC_F', watts: 2300, current: 'AC' },
];
const shares = [0.35, 0.65, 0.72, 0.8, 0.9, 0.94, 0.97, 1];

export const providerIds: readonly string[] = Array.from({ length: 60 }, (_, at) => partnerIdOf(`Card ${at}`));

interface Town {
  readonly lat: number;
  readonly lng: number;
  readonly spread: number;
}

/** Calls back with one place after the other; about three EVSEs each. */
export function manyPlaces(count: number, dictionaries: Dictionaries, put: (row: PlaceRow) => void): void {
  const random = randomFrom(7);
  const among = (most: number): number => Math.floor(random() * most);
  const towns = Array.from({ length: TOWNS }, (): Town => {
    const size = random();
    return { lat: 36 + random() * 28, lng: -9 + random() * 39, spread: 0.01 + 0.12 * size * size };
  });
  const suppliers = Array.from({ length: 500 }, (_, at) =>
    dictionaries.suppliers.numberOf({ names: [`operator ${at}`], ids: [partnerIdOf(`Operator ${at}`)] }),
  );
  const providers = Array.from({ length: 800 }, () =>
    dictionaries.providers.numberOf(providerIds.filter(() => random() < 0.15)),
  );
  const places = Array.from({ length: 30 }, (_, at) =>
    dictionaries.places.numberOf({ country: `C${10 + at}`, vehicles: ['car'] }),
  );
  const hours = dictionaries.hours.numberOf({ time_zone: 'UTC' });
  const evseNumber = (connectors: readonly ConnectorFacts[], payments: readonly string[]): number =>
    dictionaries.evses.numberOf({ connectors, payments, vehicleLimits: [] });
  const evseNumbers = kinds.map((kind) => [evseNumber([kind], []), evseNumber([kind], ['creditCard'])]);
  const rare = evseNumber([{ standard: RARE_STANDARD, watts: 9600, current: 'AC' }], []);
  const encoder = new TextEncoder();
  for (let at = 0; at < count; at++) {
    const inTown = random() < 0.8;
    // Few towns hold most places.
    const town = towns[Math.floor(TOWNS * random() ** 3)] ?? { lat: 0, lng: 0, spread: 1 };
    const scatter = (): number => (random() + random() + random() - 1.5) * town.spread;
    const position = inTown
      ? { lat: town.lat + scatter(), lng: town.lng + scatter() * 1.5 }
      : { lat: 36 + random() * 28, lng: -9 + random() * 39 };
    const share = random();
    const pair = evseNumbers[shares.findIndex((upTo) => share < upTo)] ?? [0];
    const kind = pair[among(2)] ?? 0;
    const evses = Array.from({ length: 1 + among(5) }, (_, evse): EvseRow => ({
      kind,
      uid: evse,
      status: random() < 0.6 ? 0 : among(statuses.length),
    }));
    if (at % RARITY === 0) evses.push({ kind: rare, uid: 99, status: 0 });
    put({
      id: Uint32Array.from({ length: 4 }, () => Math.floor(random() * 2 ** 24) * 256 + among(256)),
      position,
      suppliers: suppliers[Math.floor(500 * random() ** 2)] ?? 0,
      providers: providers[among(800)] ?? 0,
      place: places[Math.floor((position.lng + 9) / 1.5)] ?? 0,
      hours,
      equipment: equipmentOf(evses, dictionaries),
      evses,
      text: encoder.encode(`\n street ${at % 5000} town ${at % 300} ${10_000 + (at % 80_000)}`),
    });
  }
}
