/** The machine's own limit for a feed file: read it, find the lines, JSON.parse each, keep nothing. */
import { open } from 'node:fs/promises';
import { measured } from '../harness/measure.ts';

const NEWLINE = 10;
const [path = ''] = process.argv.slice(2);

const measurement = await measured(async () => {
  const file = await open(path);
  const chunk = Buffer.allocUnsafe(1 << 20);
  let rest = Buffer.alloc(0);
  let objects = 0;
  for (;;) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length);
    if (bytesRead === 0) break;
    const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      if (JSON.parse(bytes.toString('utf8', from, end)) !== null) objects++;
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
  await file.close();
  return objects;
});
process.stdout.write(JSON.stringify(measurement));
