import { describe } from 'vitest';
import { atlasContract } from '../../test/atlas/atlas-contract.ts';
import { memoryAtlas } from './memory-atlas.ts';
import { scannedWorld } from './scanned-world.ts';

describe('scanned world', () => {
  atlasContract((records, options) => memoryAtlas(records, { ...options, world: scannedWorld }));
});
