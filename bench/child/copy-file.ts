/** The machine's own limit for a conversion: read each object, JSON.parse it, JSON.stringify it, write it. Arguments: from, to. */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { measured } from '../harness/measure.ts';

const NEWLINE = 10;
const PIECE_CHARACTERS = 64 * 1024;

const [input = '', output = ''] = process.argv.slice(2);
const measurement = await measured(async () => {
  const out = createWriteStream(output);
  let rest = Buffer.alloc(0);
  let objects = 0;
  let piece = '';
  for await (const chunk of createReadStream(input, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      piece += `${JSON.stringify(JSON.parse(bytes.toString('utf8', from, end)))}\n`;
      objects++;
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (piece.length < PIECE_CHARACTERS) continue;
    if (!out.write(piece)) await once(out, 'drain');
    piece = '';
  }
  out.end(piece);
  await once(out, 'finish');
  return objects;
});
process.stdout.write(JSON.stringify(measurement));
