import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SourceTrust } from '../atlas/status-trust.ts';
import type { TwinsUnderTest } from './testing/twins-under-test.ts';
import { TIME, idOf, place, twinsUnderTest } from './testing/twins-under-test.ts';

const HOUR = 3_600_000;
const anHourBefore = new Date(Date.parse(TIME) - HOUR).toISOString();

const first = place({ id: 'FILE', source: 'one', evses: { a: ['NL*TWN*E1', 'CHARGING', TIME] } });
const second = place({ id: 'PUSH', source: 'two', evses: { b: ['NL*TWN*E1', 'AVAILABLE', anHourBefore] } });

let subject: TwinsUnderTest | undefined;
afterEach(() => subject?.close());

describe('a status that is not believed any more', () => {
  it('gives way to that of a twin that is, and comes back with a confirmation', async () => {
    let at = Date.parse(TIME);
    let trust: ReadonlyMap<string, SourceTrust> = new Map([['one', { decayAfter: HOUR }]]);
    subject = twinsUnderTest({ now: () => new Date(at), trust: () => trust });
    await subject.store.apply([first, second]);
    await subject.settled();
    const shown = () => {
      const status = subject?.atlas().site(idOf(second))?.statuses.get('a');
      return [status?.status, status?.source];
    };
    const available = () => subject?.atlas().search({ filter: { connector: { available: true } }, limit: 1 }).matched;
    expect(shown()).toEqual(['CHARGING', undefined]);
    expect(available()).toBe(0);

    at += 2 * HOUR;
    await subject.settled();
    await vi.waitFor(() => expect(shown()).toEqual(['AVAILABLE', 'two']));
    expect(available()).toBe(1);
    subject.restart();
    expect(shown()).toEqual(['AVAILABLE', 'two']);

    trust = new Map([['one', { decayAfter: HOUR, confirmedAt: new Date(at).toISOString() }]]);
    await subject.settled();
    await vi.waitFor(() => expect(shown()).toEqual(['CHARGING', undefined]));
    expect(available()).toBe(0);

    trust = new Map([...trust, ['two', { decayAfter: HOUR }]]);
    at += 2 * HOUR;
    await subject.settled();
    await vi.waitFor(() => expect(shown()).toEqual(['UNKNOWN', undefined]));
  });
});
