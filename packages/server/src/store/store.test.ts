import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from './sqlite/sqlite-store.ts';
import { storeContract } from './store-contract.ts';

storeContract({
  name: 'SQLite in a file',
  place: () => {
    const directory = mkdtempSync(join(tmpdir(), 'pantograph-store-'));
    return {
      open: () => openSqliteStore(join(directory, 'store.db')),
      clear: () => rmSync(directory, { recursive: true }),
    };
  },
});

storeContract({
  name: 'SQLite in memory',
  opensOnce: 'what is in memory belongs to its one opener',
  place: () => ({ open: () => openSqliteStore(':memory:'), clear: () => undefined }),
});
