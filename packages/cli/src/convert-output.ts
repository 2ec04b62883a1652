/** Where converted objects go, in the shape that was asked for, as fast as it is read and no faster. */
import { once } from 'node:events';
import { createWriteStream, openSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Form } from '@pantograph/migrate/convert';
import { isOcpi } from '@pantograph/migrate/convert';
import { writeElement } from '@pantograph/model/v2';
import { explain } from './failure.ts';

export const shapes = ['ndjson', 'array', 'response', 'xml'] as const;
export type Shape = (typeof shapes)[number];

export interface Output {
  write(object: object): Promise<void>;
  /** Resolves when everything is written. */
  end(): Promise<void>;
}

/** @param file absent: standard output */
export function openOutput(file: string | undefined, shape: Shape, to: Form, now: Date): Output {
  const { before, item, between, after } = wordsOf(shape, to, now);
  const sink = file === undefined ? sinkOf(process.stdout) : fileSink(file);
  let count = 0;
  return {
    write: (object) => {
      const text = `${count === 0 ? before : between}${item(object)}`;
      count++;
      return sink.write(text);
    },
    end: async () => {
      await sink.write(`${count === 0 ? before : ''}${after(count)}`);
      await sink.end();
    },
  };
}

interface Surroundings {
  readonly before: string;
  readonly between: string;
  readonly item: (object: object) => string;
  readonly after: (count: number) => string;
}

function wordsOf(shape: Shape, to: Form, now: Date): Surroundings {
  const json = { item: (object: object) => JSON.stringify(object), between: ',\n' };
  if (shape === 'ndjson') return { ...json, before: '', between: '\n', after: (count) => (count === 0 ? '' : '\n') };
  if (shape === 'array') return { ...json, before: '[\n', after: () => '\n]\n' };
  if (shape === 'xml') {
    return {
      before: '<?xml version="1.0" encoding="UTF-8"?>\n<evStationsResult><hasMore>false</hasMore><evStations>',
      between: '\n',
      item: (object) => writeElement('evStation', object),
      after: (count) => `</evStations><count>${String(count)}</count></evStationsResult>\n`,
    };
  }
  if (to === 'v2') {
    const after = (count: number): string => `\n]},"count":${String(count)}}\n`;
    return { ...json, before: '{"hasMore":false,"evStations":{"evStation":[\n', after };
  }
  if (!isOcpi(to)) return { ...json, before: '{"items":[\n', after: () => '\n]}\n' };
  const timestamp = now.toISOString();
  const after = (): string => `\n],"status_code":1000,"status_message":"Success","timestamp":"${timestamp}"}\n`;
  return { ...json, before: '{"data":[\n', after };
}

interface Sink {
  write(text: string): Promise<void>;
  end(): Promise<void>;
}

/** Small writes are slow. */
const PIECE_CHARACTERS = 64 * 1024;

function sinkOf(stream: Writable): Sink {
  let piece = '';
  const flush = async (): Promise<void> => {
    const text = piece;
    piece = '';
    // Where writing fails, no drain comes: this hears of either.
    if (text !== '' && !stream.write(text)) await once(stream, 'drain');
  };
  return {
    write: async (text) => {
      piece += text;
      if (piece.length >= PIECE_CHARACTERS) await flush();
    },
    end: flush,
  };
}

/** Fails at once where the file cannot be written. */
function fileSink(file: string): Sink {
  const stream = createWriteStream(file, { fd: openedForWriting(file) });
  const done = finished(stream);
  // Whoever writes next, or ends, hears of it.
  done.catch(() => undefined);
  const sink = sinkOf(stream);
  const explained = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      throw explain(error, `write to ${file}`) ?? error;
    }
  };
  return {
    write: (text) => explained(() => sink.write(text)),
    end: () =>
      explained(async () => {
        await sink.end();
        stream.end();
        await done;
      }),
  };
}

function openedForWriting(file: string): number {
  try {
    return openSync(file, 'w');
  } catch (error) {
    throw explain(error, `write to ${file}`) ?? error;
  }
}
