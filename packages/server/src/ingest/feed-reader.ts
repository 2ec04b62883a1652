/** Turns the items of a feed into what is to be done with each. */
import type { JsonItem } from '@pantograph/feeds/json';
import { readLocation, readTariff } from '@pantograph/feeds/ocpi';
import type { ReadContext } from '@pantograph/feeds/ocpi';
import { canonicalKey, tariffReferences } from '@pantograph/model/location';
import type { ObjectKey, TariffReference } from '@pantograph/model/location';
import type { Notice } from '@pantograph/model/notice';
import { prepareLocation } from '../store/prepared-location.ts';
import type { Change, QuarantinedObject } from '../store/store.ts';
import { seenBefore } from './seen-before.ts';

export type FeedKind = 'location' | 'tariff';

/** One object of a feed, read. */
export interface FeedEntry {
  /** Absent where there is nothing to do: the same object came before. */
  readonly change?: Change;
  /** The feed's own id, where one could be read. */
  readonly id?: string;
  readonly lastUpdated?: string;
  /** Of a location, where it has any. */
  readonly references?: readonly TariffReference[];
  readonly notices: readonly Notice[];
}

interface Known {
  readonly change: Change;
  readonly key: ObjectKey;
  readonly lastUpdated: string;
  readonly references?: readonly TariffReference[];
  readonly notices: readonly Notice[];
}

interface Unreadable {
  readonly id?: string;
  readonly notices: readonly Notice[];
}

export function feedReader(kind: FeedKind, context: ReadContext): (item: JsonItem) => FeedEntry {
  const sight = seenBefore();
  // An item knows its number on its own page only.
  let count = 0;
  const { source, receivedAt } = context;

  function read(value: unknown): Known | Unreadable {
    if (kind === 'tariff') {
      const reading = readTariff(value, context);
      if (!reading.ok) return reading;
      const { key, tariff, notices } = reading.record;
      const change = { kind, record: reading.record, receivedAt };
      return { change, key, lastUpdated: tariff.last_updated, notices };
    }
    const reading = readLocation(value, context);
    if (!reading.ok) return reading;
    const location = prepareLocation(reading.record);
    const { key, lastUpdated } = location;
    const change = { kind: 'preparedLocation', location, receivedAt } as const;
    const references = tariffReferences(reading.record.location);
    const { notices } = reading.record;
    return { change, key, lastUpdated, ...(references.length > 0 && { references }), notices };
  }

  function quarantine(raw: string, { id, notices }: Unreadable, objectKind: QuarantinedObject['objectKind'] = kind) {
    const named = id === undefined ? {} : { id };
    const object = { source, objectKind, ...named, raw, notices, receivedAt };
    return { change: { kind: 'quarantine', object }, ...named, notices } as const;
  }

  return (item) => {
    const object = ++count;
    if (!item.ok) return quarantine(item.raw, { notices: [item.notice] }, 'unknown');
    const { raw } = item;
    const found = read(item.value);
    if (!('change' in found)) return quarantine(raw, found);
    const { change, key, lastUpdated, references } = found;
    const { id } = key;
    const sighting = sight({ identity: canonicalKey(key), id, lastUpdated, raw, object });
    const notices = sighting.notices.length === 0 ? found.notices : [...found.notices, ...sighting.notices];
    if (sighting.verdict === 'duplicate') return quarantine(raw, { id, notices });
    if (sighting.verdict === 'repeated') return { id, notices };
    return { change, id, lastUpdated, ...(references && { references }), notices };
  };
}
