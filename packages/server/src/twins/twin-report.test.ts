import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TwinsUnderTest } from './testing/twins-under-test.ts';
import { TIME, idOf, place, twinsUnderTest } from './testing/twins-under-test.ts';
import { openTwinReport } from './twin-report.ts';

const frozen = place({ id: 'OLD', evses: { x: ['NL*TWN*E1', 'CHARGING', '2026-03-01T09:00:00Z'] } });
const live = place({ id: 'NEW', evses: { a: ['NLTWNE1', 'AVAILABLE', TIME], own: [undefined, 'AVAILABLE', TIME] } });
const far = place({ id: 'FAR', evses: { f: ['NL-TWN-E1', 'AVAILABLE', TIME] }, at: [48, 11] });

let subject: TwinsUnderTest;
beforeEach(async () => {
  subject = twinsUnderTest();
  await subject.store.apply([frozen, live, far]);
  await subject.settled();
});
afterEach(() => subject.close());

describe('a report of twins', () => {
  it('says what is shown, what is not, and why', () => {
    const report = openTwinReport(subject.files, subject.store);
    expect([...report.twins()]).toMatchObject([
      {
        id: 'NLTWNE1',
        reason: 'live',
        copies: [
          { contentId: idOf(frozen), isShown: false, isTold: false, evse: { uid: 'x', evseId: 'NL*TWN*E1' } },
          { contentId: idOf(live), isShown: true, isTold: true, status: { status: 'AVAILABLE' } },
        ],
      },
    ]);
    expect([...report.findings()]).toEqual([
      { id: 'NLTWNE1', finding: 'apart', places: [idOf(frozen), idOf(live), idOf(far)] },
    ]);
    expect([...report.hiddenPlaces()]).toMatchObject([
      { contentId: idOf(frozen), aliasOf: idOf(live), evses: 1, hidden: 1 },
    ]);
    expect(report.ofPlace(idOf(live))).toMatchObject({ evses: 2, hidden: 0 });
    expect(report.sharedIds(idOf(far))).toEqual(['NLTWNE1']);
    report.close();
  });

  it('needs no server to have run, and knows what the server does not know yet', async () => {
    const without = openTwinReport({ twins: '/nowhere/twins.db', twinDecisions: '/nowhere/d.db' }, subject.store);
    expect([...without.hiddenPlaces()]).toHaveLength(1);
    without.close();
    subject.atlas().close();
    const again = place({ id: 'AGAIN', evses: { g: ['NL*TWN*E1', 'AVAILABLE', '2026-03-02T09:00:00Z'] } });
    await subject.store.apply([again]);
    const report = openTwinReport(subject.files, subject.store);
    expect([...report.hiddenPlaces()].map(({ contentId }) => contentId)).toEqual([idOf(frozen), idOf(again)]);
    report.close();
  });

  it('waits for no server that is writing', async () => {
    await subject.settled();
    const writing = new DatabaseSync(subject.files.twins);
    writing.exec('begin immediate');
    const report = openTwinReport(subject.files, subject.store);
    expect([...report.hiddenPlaces()]).toHaveLength(1);
    report.close();
    writing.close();
  });
});
