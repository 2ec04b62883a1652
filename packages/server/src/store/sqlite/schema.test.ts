import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, schemaSteps } from './schema.ts';
import { openSqliteStore } from './sqlite-store.ts';

let directory: string;
let path: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pantograph-schema-'));
  path = join(directory, 'store.db');
});
afterEach(() => rmSync(directory, { recursive: true }));

function withDatabase<Result>(work: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(path);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const steps = ['CREATE TABLE a (x)', 'CREATE TABLE b (x); INSERT INTO b VALUES (1)', 'UPDATE b SET x = x + 1'];

function versionOf(database: DatabaseSync): unknown {
  return database.prepare('SELECT user_version AS version FROM pragma_user_version').get()?.['version'];
}

describe('the schema', () => {
  it('is brought from any known version to the newest, step by step', () => {
    withDatabase((database) => migrate(database, steps.slice(0, 1)));
    withDatabase((database) => {
      migrate(database, steps);
      migrate(database, steps);
      expect(versionOf(database)).toBe(3);
      expect(database.prepare('SELECT x FROM b').all()).toEqual([{ x: 2 }]);
    });
  });

  it('stays as it was where a step fails', () => {
    withDatabase((database) => {
      migrate(database, steps.slice(0, 1));
      expect(() => migrate(database, [...steps, 'CREATE TABLE a (x)'])).toThrow(/already exists/);
      expect(versionOf(database)).toBe(1);
      expect(database.prepare(`SELECT name FROM sqlite_schema WHERE name = 'b'`).all()).toEqual([]);
    });
  });

  it('of a newer program is refused with both versions', async () => {
    await openSqliteStore(path).close();
    withDatabase((database) => database.exec(`PRAGMA user_version = ${String(schemaSteps.length + 2)}`));
    const both = new RegExp(`version ${String(schemaSteps.length + 2)}\\b.*up to ${String(schemaSteps.length)}\\b`);
    expect(() => openSqliteStore(path)).toThrow(both);
  });
});

describe('what is no store', () => {
  it('is refused and left alone: a database of another program', () => {
    withDatabase((database) => database.exec('CREATE TABLE customers (name)'));
    expect(() => openSqliteStore(path)).toThrow(/another program/);
    withDatabase((database) => {
      expect(database.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'customers' }]);
      expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' });
    });
  });

  it('is refused by its path: a file that is no database, a folder', () => {
    writeFileSync(path, 'country_code,party_id,id\n'.repeat(100));
    expect(() => openSqliteStore(path)).toThrow(`cannot open the store ${path}`);
    expect(() => openSqliteStore(directory)).toThrow(`cannot open the store ${directory}`);
  });

  it('is made where nothing is, folders included', async () => {
    const deep = join(directory, 'new', 'folders', 'store.db');
    const store = openSqliteStore(deep);
    expect(store.seq()).toBe(0);
    await store.close();
  });
});
