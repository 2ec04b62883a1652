import { describe, expect, it } from 'vitest';
import { agreeWithScan } from '../../../test/atlas/agree-with-scan.ts';
import { atlasContract } from '../../../test/atlas/atlas-contract.ts';
import { steppedWorld } from '../../../test/atlas/stepped-world.ts';
import { memoryAtlas } from '../memory-atlas.ts';
import { indexedWorld } from './indexed-world.ts';

describe('indexed world', () => {
  atlasContract((records, options) => memoryAtlas(records, { ...options, world: indexedWorld }));

  it('answers as a scan does, while places change and segments merge', () => {
    const asked = agreeWithScan(steppedWorld, (answer, expected) => expect(answer).toEqual(expected), { numRuns: 60 });
    expect(asked).toBeGreaterThan(300);
  });
});
