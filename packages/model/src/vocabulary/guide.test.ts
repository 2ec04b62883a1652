/** The tables against the migration guide: a golden file of its facts, and the guide's own text where it is at hand. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { connectorTypeOfId, connectorTypes, legacyStateOf, statuses } from './index.ts';

interface GuideFacts {
  readonly connectors: readonly {
    readonly id: number;
    readonly standards: readonly string[];
    readonly name: string;
    readonly commonName: string;
    readonly use: string;
  }[];
  readonly statuses: readonly { readonly v3: string; readonly v2: string }[];
}

const golden = JSON.parse(
  readFileSync(new URL('../../../../spec/golden/v3/guide-tables.json', import.meta.url), 'utf8'),
) as GuideFacts;

describe('connector types', () => {
  it('has the 69 ids of v2, each at its own place', () => {
    expect(connectorTypes.map((row) => row.id)).toEqual(Array.from({ length: 69 }, (_, id) => id));
  });

  it.each(golden.connectors)('id $id reads as in the guide', (fact) => {
    expect(connectorTypeOfId(fact.id)).toMatchObject(fact);
  });

  it('points successors at current ids only', () => {
    for (const row of connectorTypes) {
      for (const successor of row.successors ?? []) expect(connectorTypeOfId(successor)?.use).toBe('current');
    }
  });
});

describe('statuses', () => {
  it.each(golden.statuses)('$v3 reads $v2 in v2', ({ v3, v2 }) => {
    const row = statuses.find(({ status }) => status === v3);
    expect(row && legacyStateOf(row.status)).toBe(v2);
  });

  it('has no status beyond the guide', () => {
    expect(statuses.map((row) => row.status)).toEqual(golden.statuses.map((row) => row.v3));
  });
});

const seed = new URL('../../../../../shared/seed/', import.meta.url);

describe('the golden facts', () => {
  const isThere = existsSync(seed);
  const title = `are those of the guide${isThere ? '' : ' (skipped, because the guide is not at hand)'}`;
  it.skipIf(!isThere)(title, () => {
    const text = readdirSync(seed).map((file) => readFileSync(new URL(file, seed), 'utf8'));
    expect(golden).toEqual(factsOf(text.join('\n')));
  });
});

function factsOf(guide: string): GuideFacts {
  const tableFrom = (heading: string) =>
    guide
      .slice(guide.indexOf(heading))
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split('|').map((cell) => cell.trim()));
  const facts = { connectors: [] as GuideFacts['connectors'][number][], statuses: [] as { v3: string; v2: string }[] };
  for (const [, first = '', second = '', third = '', fourth = ''] of tableFrom('Connector mapping table')) {
    if (/^\d+$/.test(second)) {
      const current = third !== 'Not used';
      facts.connectors.push({
        id: Number(second),
        standards: first.split(' '),
        name: current ? third : '',
        commonName: current ? fourth : '',
        use: current ? 'current' : 'notUsed',
      });
    } else if (/^\d+$/.test(first)) {
      // Retired ids have no standard: their cells begin one column further left.
      const deprecated = third === 'Deprecated';
      facts.connectors.push({
        id: Number(first),
        standards: [],
        name: deprecated ? second : '',
        commonName: '',
        use: deprecated ? 'deprecated' : 'notUsed',
      });
    }
  }
  for (const [, v3 = '', v2 = ''] of tableFrom('Status mapping table')) {
    if (/^[A-Z]+$/.test(v3)) facts.statuses.push({ v3, v2 });
  }
  facts.connectors.sort((one, other) => one.id - other.id);
  return facts;
}
