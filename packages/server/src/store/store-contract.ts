/** What every implementation of the store has to do. One suite; `store.test.ts` lists the implementations. */
import { afterEach, describe } from 'vitest';
import { modelContract } from './contract/against-model.ts';
import { commitContract } from './contract/commits.ts';
import { locationContract } from './contract/locations.ts';
import { openerContract } from './contract/openers.ts';
import { quarantineContract } from './contract/quarantine.ts';
import { retentionContract } from './contract/retention.ts';
import { statusContract } from './contract/statuses.ts';
import type { Bench, StorePlace, StoreSubject } from './contract/subject.ts';
import { tariffAndSourceContract } from './contract/tariffs-and-sources.ts';
import type { Store } from './store.ts';

export function storeContract(subject: StoreSubject): void {
  describe(`${subject.name} is a store`, () => {
    const bench = benchFor(subject);
    locationContract(bench);
    statusContract(bench);
    tariffAndSourceContract(bench);
    quarantineContract(bench);
    commitContract(bench);
    retentionContract(bench);
    openerContract(bench, subject.opensOnce);
    modelContract(bench);
  });
}

function benchFor(subject: StoreSubject): Bench {
  const stores: Store[] = [];
  const places: StorePlace[] = [];
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    for (const place of places.splice(0)) place.clear();
  });

  function place(): StorePlace {
    const made = subject.place();
    places.push(made);
    return {
      open: () => {
        const store = made.open();
        stores.push(store);
        return store;
      },
      clear: () => made.clear(),
    };
  }

  return { fresh: () => place().open(), place };
}
