import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { explain } from './failure.ts';

/** What a second writer meets, as the error that a store puts around it. */
function metWhileAnotherWrites(): Error {
  const directory = mkdtempSync(join(tmpdir(), 'pantograph-'));
  const path = join(directory, 'some.db');
  const writer = new DatabaseSync(path);
  const other = new DatabaseSync(path, { timeout: 0 });
  onTestFinished(() => {
    for (const database of [writer, other]) database.close();
    rmSync(directory, { recursive: true });
  });
  writer.exec('begin immediate');
  try {
    other.exec('begin immediate');
  } catch (error) {
    return new Error('the store is busy', { cause: error });
  }
  throw new Error('two wrote at once');
}

it('says what to do while another process writes', () => {
  expect(explain(metWhileAnotherWrites(), 'go on')).toMatchObject({
    message: 'Cannot go on: another process is writing.',
    advice: 'Wait until it has ended, then run the same command again.',
  });
});

it('does not explain what is a fault of ours', () => {
  expect(explain(new TypeError('x is not a function'), 'go on')).toBeUndefined();
});
