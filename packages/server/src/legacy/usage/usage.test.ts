import { describe, expect, it } from 'vitest';
import { smallWorldTime } from '../../../test/small-world.ts';
import { legacyUnderTest } from '../testing/legacy-under-test.ts';
import { OTHER_CALLERS, usageCounter } from './usage-counter.ts';

describe('usage', () => {
  it('counts resources with their format, known parameters and what the answers held', async () => {
    const usage = usageCounter();
    const v2 = legacyUnderTest({ usage });
    await v2.ask('stations.json?prox=52.0116,4.3571,300&connectortype=31&maxresults=1&nonsense=1');
    await v2.ask('stations.xml?prox=52.0116,4.3571,300');
    await v2.ask('pools/nothing.json');
    await v2.ask('stations/count.json?bbox=upside');
    const counts = usage.counts().map(({ kind, name, count }) => [kind, name, count]);
    expect(counts).toEqual([
      ['feature', 'connectorStatuses', 2],
      ['feature', 'countsByState', 2],
      ['feature', 'distance', 2],
      ['feature', 'openingHours', 2],
      ['feature', 'paging', 1],
      ['feature', 'paymentMethods', 2],
      ['feature', 'pricing', 2],
      ['feature', 'roaming', 2],
      ['parameter', 'bbox', 1],
      ['parameter', 'connectortype', 1],
      ['parameter', 'maxresults', 1],
      ['parameter', 'prox', 2],
      ['resource', 'pools/{id}.json', 1],
      ['resource', 'stations.json', 1],
      ['resource', 'stations.xml', 1],
      ['resource', 'stations/count.json', 1],
    ]);
    expect(usage.counts().every(({ lastUsed }) => lastUsed.getTime() === smallWorldTime.getTime())).toBe(true);
  });

  it('is kept by caller, for so many callers and no more', () => {
    const usage = usageCounter({ mostCallers: 2 });
    const at = new Date(0);
    for (const caller of ['a', 'b', 'c', 'd', 'a']) {
      usage.record({ caller, resource: 'stations', format: 'json', parameters: [], features: [], at });
    }
    expect(usage.counts().map(({ caller, count }) => [caller, count])).toEqual([
      [OTHER_CALLERS, 2],
      ['a', 2],
      ['b', 1],
    ]);
  });

  it('remembers when something was last used', () => {
    const usage = usageCounter();
    const use = { caller: 'a', resource: 'roamings', format: 'xml', parameters: [], features: [] } as const;
    usage.record({ ...use, at: new Date(1000) });
    usage.record({ ...use, at: new Date(2000) });
    expect(usage.counts()).toEqual([
      { caller: 'a', kind: 'resource', name: 'roamings.xml', count: 2, lastUsed: new Date(2000) },
    ]);
  });
});
