/** Converts a file as the command does. Arguments: from, to, the file, where to write, a file of tariffs or none. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { jsonObjects, openBytes } from '@pantograph/feeds/json';
import { LossReport, converter, isForm } from '@pantograph/migrate/convert';
import { measured } from '../harness/measure.ts';

const PIECE_CHARACTERS = 64 * 1024;

const [from = '', to = '', input = '', output = '', tariffs] = process.argv.slice(2);
if (!isForm(from) || !isForm(to)) throw new Error(`${from} or ${to} is no form`);
const measurement = await measured(async () => {
  const convert = converter({ from, to, now: new Date('2026-06-10T10:00:00Z') });
  const report = new LossReport({ from, to });
  if (tariffs !== undefined) {
    for await (const item of jsonObjects(openBytes(tariffs))) if (item.ok) convert.addTariff(item.value);
  }
  const out = createWriteStream(output);
  let piece = '';
  for await (const item of jsonObjects(openBytes(input))) {
    if (!item.ok) throw new Error(`line ${String(item.line)} is no object`);
    for (const conversion of convert.convert(item.value)) {
      report.add(conversion);
      piece += `${JSON.stringify(conversion.object)}\n`;
    }
    if (piece.length < PIECE_CHARACTERS) continue;
    if (!out.write(piece)) await once(out, 'drain');
    piece = '';
  }
  out.end(piece);
  await once(out, 'finish');
  const { read, refused } = report.result.objects;
  if (refused > 0) throw new Error(`${String(refused)} of ${String(read)} objects were refused`);
  return read;
});
process.stdout.write(JSON.stringify(measurement));
