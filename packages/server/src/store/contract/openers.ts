/** A store that is opened again, or by several at once. */
import { describe, expect, it } from 'vitest';
import { at, locationRecord, put, putTariff, quarantine, removal, status, tariffRecord } from './records.ts';
import type { Bench } from './subject.ts';
import type { Store } from '../store.ts';

const market = locationRecord({ id: 'MARKT' }).contentId;

export function openerContract({ place }: Bench, opensOnce: string | undefined): void {
  describe.skipIf(opensOnce !== undefined)(
    `several openers${opensOnce === undefined ? '' : ` (skipped, because ${opensOnce})`}`,
    () => {
      it('finds everything again', async () => {
        const here = place();
        const first = here.open();
        await first.putSource({ name: 'city', attribution: 'City Data' });
        await first.apply([
          put({ id: 'MARKT', evses: [{ uid: 'E1' }] }),
          put({ id: 'PLEIN' }),
          putTariff(tariffRecord('DAY', 0.4)),
          status('MARKT', 'E1', 'CHARGING', at(1)),
          removal('PLEIN', at(2)),
          quarantine('?'),
        ]);
        const before = everything(first);
        await first.close();
        const second = here.open();
        expect(everything(second)).toEqual(before);
        expect(second.seq()).toBe(6);
        expect(await second.apply([put({ id: 'LATER' })])).toEqual(['added']);
        expect(second.location(locationRecord({ id: 'LATER' }).contentId)).toMatchObject({ ordinal: 3, seq: 7 });
      });

      it('shows one opener what another has committed', async () => {
        const here = place();
        const [writer, reader] = [here.open(), here.open()];
        const heard: number[] = [];
        reader.onCommit((seq) => heard.push(seq));
        await writer.apply([put({ id: 'MARKT', evses: [{ uid: 'E1' }] })]);
        expect(reader.seq()).toBe(1);
        expect(reader.location(market)).toEqual(writer.location(market));
        expect(await reader.apply([status('MARKT', 'E1', 'CHARGING', at(1))])).toEqual(['changed']);
        expect(writer.seq()).toBe(2);
        expect(writer.log(0, 10)).toEqual(reader.log(0, 10));
        expect(heard).toEqual([2]);
      });

      it('numbers the entries of several writers without gaps or doubles', async () => {
        const here = place();
        const stores = [here.open(), here.open(), here.open()];
        await Promise.all(
          stores.flatMap((store, writer) =>
            Array.from({ length: 20 }, (_, n) => store.apply([put({ id: `W${String(writer)}-${String(n)}` })])),
          ),
        );
        for (const store of stores) {
          expect(store.log(0, 100).map(({ seq }) => seq)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
          expect(store.counts().locations).toBe(60);
        }
      });
    },
  );
}

function everything(store: Store): unknown {
  return {
    seq: store.seq(),
    sources: store.sources(),
    locations: [...store.locations()],
    tariffs: [...store.tariffs()],
    quarantined: [...store.quarantined()],
    log: store.log(0, 1000),
    counts: store.counts(),
  };
}
