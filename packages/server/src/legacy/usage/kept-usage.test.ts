import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptUsage } from './kept-usage.ts';
import { readUses } from './uses-file.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pantograph-uses-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function open(path: string) {
  const troubles: string[] = [];
  const usage = keptUsage({ path, onTrouble: (_, what) => troubles.push(what) });
  return { usage, troubles };
}

const use = { caller: 'a', resource: 'stations', format: 'json', parameters: ['prox'], features: [] } as const;

describe('uses of v2', () => {
  it('are counted on after a restart', () => {
    const path = join(directory, 'uses.json');
    for (const at of [1000, 2000]) {
      const { usage, troubles } = open(path);
      usage.record({ ...use, at: new Date(at) });
      usage.close();
      expect(troubles).toEqual([]);
    }
    expect(readUses(path)).toEqual([
      { caller: 'a', kind: 'parameter', name: 'prox', count: 2, lastUsed: new Date(2000) },
      { caller: 'a', kind: 'resource', name: 'stations.json', count: 2, lastUsed: new Date(2000) },
    ]);
  });

  it('write no file where there were none', () => {
    const path = join(directory, 'uses.json');
    open(path).usage.close();
    expect(readUses(path)).toEqual([]);
    expect(() => readFileSync(path)).toThrow('ENOENT');
  });

  it.each(['', '{}', '{"uses":[{"caller":"a"}]}'])('start anew over a file that holds %j', (text) => {
    const path = join(directory, 'uses.json');
    writeFileSync(path, text);
    const { usage, troubles } = open(path);
    expect(troubles).toEqual([expect.stringContaining('starts anew')]);
    usage.record({ ...use, at: new Date(0) });
    usage.close();
    expect(readUses(path)).toHaveLength(2);
  });

  it('go on being counted where they cannot be written', () => {
    const { usage, troubles } = open(join(directory, 'nowhere', 'uses.json'));
    usage.record({ ...use, at: new Date(0) });
    usage.close();
    expect(troubles).toEqual([expect.stringContaining('cannot be kept')]);
    expect(usage.counts()).toHaveLength(2);
  });
});
