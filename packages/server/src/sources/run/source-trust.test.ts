import { expect, it } from 'vitest';
import { readSourcesFile } from '../definition/read-sources-file.ts';
import { openSourceStates } from '../state/source-states.ts';
import { sourceTrust } from './source-trust.ts';

it('trust is what the rules and the last pulls say, and the same until either changes', () => {
  const text = `sources:
  - { name: a, kind: file, locations: x }
  - { name: b, kind: file, locations: x, rules: { decayAfter: off } }
  - { name: c, kind: ocpi-peer, rules: { decayAfter: 2 hours } }
  - { name: d, kind: ocpi-peer }`;
  let definitions = readSourcesFile(text, 'sources.yaml');
  const states = openSourceStates(':memory:');
  const trust = sourceTrust(() => definitions, states);
  const first = trust();
  expect(Object.fromEntries(first)).toEqual({
    a: { decayAfter: 86_400_000 },
    b: {},
    c: { decayAfter: 7_200_000 },
    d: {},
  });
  expect(trust()).toBe(first);
  states.put('a', { failures: 0, validators: {}, confirmedAt: '2026-03-10T12:00:00Z' });
  expect(trust().get('a')).toEqual({ decayAfter: 86_400_000, confirmedAt: '2026-03-10T12:00:00Z' });
  definitions = definitions.slice(1);
  expect([...trust().keys()]).toEqual(['b', 'c', 'd']);
  states.close();
});
