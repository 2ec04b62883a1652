import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseUnusable, whyUnusable } from './store/database-unusable.ts';
import { openSmallDatabase } from './small-database.ts';

const schema = 'create table if not exists note (text text not null) strict';
let directory: string;
let path: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pantograph-small-database-'));
  path = join(directory, 'notes.db');
});
afterEach(() => rmSync(directory, { recursive: true }));

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

const refusal = (): unknown => thrownBy(() => openSmallDatabase(path, schema).close());

describe('a database that cannot be used names its file, what is wrong and what to do', () => {
  it('a directory', () => {
    mkdirSync(path);
    expect(refusal()).toMatchObject({
      name: 'DatabaseUnusable',
      path,
      message: `Cannot use the database ${path}: it is a directory.`,
      advice: 'Move it away, or name another data directory.',
    });
  });

  it('a file of something else, which stays as it is', () => {
    const text = 'country_code,party_id,id\n'.repeat(100);
    writeFileSync(path, text);
    expect(refusal()).toMatchObject({ message: `Cannot use the database ${path}: it is no SQLite database.` });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('one in a directory that is a file', () => {
    writeFileSync(join(directory, 'data'), '');
    path = join(directory, 'data', 'notes.db');
    expect(refusal()).toMatchObject({
      message: expect.stringContaining('a file stands where its directory') as string,
    });
  });

  it('one that is damaged', () => {
    openSmallDatabase(path, schema).close();
    // The header still says what it is; what the first page lists does not make sense any more.
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xff, 100));
    expect(refusal()).toMatchObject({ message: `Cannot use the database ${path}: it is damaged.` });
  });

  it('one that can only be read', () => {
    openSmallDatabase(path, schema).close();
    const database = new DatabaseSync(path, { readOnly: true });
    const error = thrownBy(() => database.exec(`insert into note values ('x')`));
    database.close();
    expect(whyUnusable(path, error)).toMatchObject({
      message: `Cannot use the database ${path}: it cannot be written.`,
      advice: expect.stringContaining('Let the user that runs the server write') as string,
    });
  });

  it('one that another process keeps writing to', () => {
    const writer = openSmallDatabase(path, schema);
    writer.exec('begin immediate');
    const other = new DatabaseSync(path, { timeout: 0 });
    const error = thrownBy(() => other.exec('begin immediate'));
    for (const database of [writer, other]) database.close();
    expect(whyUnusable(path, error)).toMatchObject({
      message: `Cannot use the database ${path}: another process has been writing to it for seconds.`,
      advice: 'Wait until that process has ended, then start again.',
    });
  });

  it('but not what is a fault of ours', () => {
    expect(whyUnusable(path, new TypeError('x is not a function'))).toBeUndefined();
    expect(thrownBy(() => openSmallDatabase(path, 'create nonsense'))).not.toBeInstanceOf(DatabaseUnusable);
  });
});

it('is made where there is none, folders included, and opened by several', () => {
  path = join(directory, 'new', 'folders', 'notes.db');
  const [one, other] = [openSmallDatabase(path, schema), openSmallDatabase(path, schema)];
  one.exec(`insert into note values ('here')`);
  expect(other.prepare('select text from note').all()).toEqual([{ text: 'here' }]);
  for (const database of [one, other]) database.close();
});
