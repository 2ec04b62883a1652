/** Tariffs, and which one a connector's reference means. */
import type { ObjectKey } from './identity.ts';
import { canonicalKey } from './identity.ts';
import type { TariffRecord } from './site.ts';

export class TariffTable<Entry extends { readonly key: ObjectKey } = TariffRecord> {
  readonly #byKey = new Map<string, Entry>();
  /** By source and id alone: feeds refer to tariffs of other parties without naming the party. */
  readonly #bySourceAndId = new Map<string, Map<string, Entry>>();

  put(record: Entry): void {
    const key = canonicalKey(record.key);
    this.#byKey.set(key, record);
    const anyParty = withoutParty(record.key);
    const namesakes = this.#bySourceAndId.get(anyParty);
    if (namesakes === undefined) this.#bySourceAndId.set(anyParty, new Map([[key, record]]));
    else namesakes.set(key, record);
  }

  remove(key: ObjectKey): void {
    const own = canonicalKey(key);
    this.#byKey.delete(own);
    this.#bySourceAndId.get(withoutParty(key))?.delete(own);
  }

  /** The tariff of the same source, country and party; else the source's only one of that id. `undefined` dangles. */
  resolve(location: ObjectKey, tariffId: string): Entry | undefined {
    const key = { ...location, id: tariffId };
    const own = this.#byKey.get(canonicalKey(key));
    if (own !== undefined) return own;
    const namesakes = this.#bySourceAndId.get(withoutParty(key));
    const [only] = namesakes?.size === 1 ? namesakes.values() : [];
    return only;
  }
}

function withoutParty(key: ObjectKey): string {
  return canonicalKey({ ...key, countryCode: '', partyId: '' });
}
