/** What the disk allows: a group is appended and flushed, then the next. */
import { fdatasync, openSync, closeSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { measured } from '../harness/measure.ts';
import type { Measurement } from '../harness/measure.ts';

/** About what the store writes for a status: a log row and a live row. */
const BYTES_PER_CHANGE = 400;
const flush = promisify(fdatasync);

export function appendAndFlush(path: string, groupSize: number, seconds: number): Promise<Measurement> {
  const group = Buffer.alloc(groupSize * BYTES_PER_CHANGE, 'x');
  return measured(async () => {
    const file = openSync(path, 'a');
    const end = performance.now() + seconds * 1000;
    let count = 0;
    while (performance.now() < end) {
      writeSync(file, group);
      await flush(file);
      count += groupSize;
    }
    closeSync(file);
    return count;
  });
}
