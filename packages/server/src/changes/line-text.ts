/** A line of changes as it is sent: the same JSON object in NDJSON and in an event. */
import type { ChangeRecord } from './record.ts';
import type { Line } from './read-page.ts';

const eventNames: Readonly<Record<ChangeRecord['type'], string>> = {
  upsert: 'location',
  status: 'status',
  remove: 'removal',
  alias: 'alias',
};

const newline = Buffer.from('\n');
const blankLine = Buffer.from('\n\n');

/** One line of NDJSON. */
export function lineOf(line: Line): Buffer {
  return Buffer.concat([headOf(line), line.record.rest, newline]);
}

const events = new WeakMap<Line, Buffer>();

/** One event of a stream; made once for all who are told the line. WHATWG HTML, server-sent events. */
export function eventOf(line: Line): Buffer {
  const known = events.get(line);
  if (known !== undefined) return known;
  const { record, cursor } = line;
  const head = Buffer.from(`id: ${cursor}\nevent: ${eventNames[record.type]}\ndata: `);
  const made = Buffer.concat([head, headOf(line), record.rest, blankLine]);
  events.set(line, made);
  return made;
}

function headOf({ cursor }: Line): Buffer {
  return Buffer.from(`{"cursor":"${cursor}",`);
}
