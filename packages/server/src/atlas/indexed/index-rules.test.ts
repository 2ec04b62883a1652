import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { smallWorld } from '../../../test/small-world.ts';
import { Dictionaries } from './dictionaries.ts';
import { indexRules } from './index-rules.ts';
import { placeRowOf } from './place-row.ts';
import { Segment } from './segment.ts';

// Where this fails, snapshots that were written before say something else than the program: raise ROWS_VERSION, then
// put the new sums here.
it('rules of rows are named by their version', () => {
  const dictionaries = new Dictionaries();
  const rows = smallWorld().locations.map((record) => {
    const { id, text, ...row } = placeRowOf({ ...record, statuses: [] }, dictionaries);
    return { ...row, id: [...id], text: Buffer.from(text).toString() };
  });
  const values = Buffer.concat([...dictionaries.save()]).toString();
  const { columns } = new Segment({ rows: 3, evses: 5, textBytes: 7, numbers: { ofPlaces: 9, ofEvses: 9 } });
  const layout = Object.entries(columns).map(([name, column]) =>
    ArrayBuffer.isView(column) ? [name, column.byteOffset, column.byteLength] : name,
  );
  expect(indexRules).toMatch(/^rows 4,/);
  expect(crc32(JSON.stringify(rows)).toString(16)).toBe('9133449a');
  expect(crc32(values).toString(16)).toBe('76062556');
  expect(crc32(JSON.stringify(layout)).toString(16)).toBe('f7b847e3');
});
