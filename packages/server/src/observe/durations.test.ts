import fc from 'fast-check';
import { Histogram, Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { Durations } from './durations.ts';

it('says what prom-client says of the same durations', async () => {
  const bounds = /le="([\d.]+)"/g;
  const empty = new Durations('d', 'h');
  empty.add('x', 200, 0);
  const buckets = Array.from(empty.exposition().matchAll(bounds), ([, bound]) => Number(bound));
  const duration = fc.oneof(fc.double({ min: 0, max: 20, noNaN: true }), fc.constantFrom(...buckets));
  const added = fc.record({ surface: fc.constantFrom('lookup', 'v2'), status: fc.constantFrom(200, 404), duration });
  const property = fc.asyncProperty(fc.array(added), async (all) => {
    const own = new Durations('d', 'h');
    const registry = new Registry();
    const labelNames = ['surface', 'status'];
    const peer = new Histogram({ name: 'd', help: 'h', labelNames, buckets, registers: [registry] });
    for (const { surface, status, duration: seconds } of all) {
      own.add(surface, status, seconds);
      peer.observe({ surface, status: String(status) }, seconds);
    }
    const lines = (text: string) => text.trim().split('\n').toSorted();
    expect(lines(own.exposition())).toEqual(lines(await registry.metrics()));
  });
  await fc.assert(property, { numRuns: 50 });
  expect(buckets.length).toBeGreaterThan(10);
});
