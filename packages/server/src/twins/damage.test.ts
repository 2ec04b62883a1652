import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../store/store.ts';
import type { TwinsUnderTest } from './testing/twins-under-test.ts';
import { TIME, idOf, place, twinsUnderTest } from './testing/twins-under-test.ts';

const earlier = '2026-03-01T09:00:00Z';
const frozen = place({ id: 'OLD', evses: { x: ['NL*TWN*E1', 'CHARGING', earlier] } });
const live = place({ id: 'NEW', evses: { a: ['NLTWNE1', 'AVAILABLE', TIME] } });
/** So many that the table has pages that nobody has looked at yet. */
const others = Array.from({ length: 3000 }, (_, index) => lonely(`SOME-${String(index)}`, index));

function lonely(id: string, index: number): Change {
  return place({ id, evses: { a: [`NL*TWN*E7${String((index * 7919) % 100_003)}`, 'AVAILABLE', TIME] } });
}

let subject: TwinsUnderTest;
beforeEach(async () => {
  subject = twinsUnderTest();
  await subject.store.apply([frozen, live, ...others]);
  await subject.settled();
  subject.restart();
});
afterEach(() => subject.close());

/** Leaves the first page as it is, so that the file can be opened. */
function overwriteTable(): void {
  const { twins } = subject.files;
  const descriptor = openSync(twins, 'r+');
  writeSync(descriptor, Buffer.alloc(statSync(twins).size - 4096, 0x5a), 0, undefined, 4096);
  closeSync(descriptor);
}

function expectShown(others: number): void {
  const atlas = subject.atlas();
  expect(atlas.size).toBe(others + 1);
  expect(atlas.site(idOf(frozen))?.contentId).toBe(idOf(live));
}

async function whenMended(): Promise<void> {
  await expect.poll(() => subject.layer().counts().aliases, { timeout: 20_000 }).toBe(1);
}

const failure = 'the table of twins failed; it is made anew';

describe('a table of twins that is damaged', () => {
  it('while it is used is made anew from the store, and nothing that is shown changes', async () => {
    expectShown(3000);
    overwriteTable();
    for (let more = 0; more < 30; more++) {
      await subject.store.apply([lonely(`MORE-${String(more)}`, 5000 + more)]);
      await subject.settled();
    }
    expect(subject.recorded.text()).toContain(failure);
    await whenMended();
    expectShown(3030);
    subject.restart();
    expectShown(3030);
  });

  it('before it is used is made anew too', async () => {
    subject.restart(overwriteTable);
    expect(subject.recorded.text()).toContain(failure);
    await whenMended();
    expectShown(3000);
  });
});
