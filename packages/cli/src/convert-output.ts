/** Where converted objects go, in the shape that was asked for, as fast as it is read and no faster. */
import { createWriteStream } from 'node:fs';
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
    if (text !== '' && !stream.write(text)) await new Promise<void>((resolve) => stream.once('drain', resolve));
  };
  return {
    write: async (text) => {
      piece += text;
      if (piece.length >= PIECE_CHARACTERS) await flush();
    },
    end: flush,
  };
}

function fileSink(file: string): Sink {
  const stream = createWriteStream(file);
  const done = finished(stream).catch((error: unknown) => {
    throw explain(error, `write to ${file}`) ?? error;
  });
  const sink = sinkOf(stream);
  return {
    // Where writing fails, no drain comes.
    write: (text) => Promise.race([sink.write(text), done]),
    end: async () => {
      await Promise.race([sink.end(), done]);
      stream.end();
      await done;
    },
  };
}
