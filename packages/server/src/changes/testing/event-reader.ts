/** A reader of server-sent events over a real socket, as a browser reads them; it can stop reading, and break off. */
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { ChangeLine } from './mirror.ts';

export interface ReadEvent {
  readonly event: string;
  readonly line: ChangeLine;
}

export interface EventReader {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** So far. */
  readonly events: readonly ReadEvent[];
  /** The last id, with or without an event; what a browser would send as Last-Event-ID. */
  readonly lastId: () => string;
  /** Everything as it came. */
  readonly text: () => string;
  /** Resolves when it holds; looks again whenever something came. */
  until(holds: () => boolean): Promise<void>;
  pause(): void;
  resume(): void;
  breakOff(): void;
  readonly ended: Promise<void>;
}

export async function readEvents(url: string, lastEventId?: string): Promise<EventReader> {
  const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const request = get(url, { headers, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const events: ReadEvent[] = [];
  const waiting = new Set<() => void>();
  let [text, rest, lastId] = ['', '', ''];
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) take(block);
    for (const look of waiting) look();
  });
  const ended = new Promise<void>((resolve) => {
    response.on('close', () => {
      for (const look of waiting) look();
      resolve();
    });
  });
  // Broken off, by whichever side.
  response.on('error', () => undefined);
  request.on('error', () => undefined);

  function take(block: string): void {
    const fields = new Map(
      block.split('\n').map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
      }),
    );
    lastId = fields.get('id') ?? lastId;
    const data = fields.get('data');
    if (data !== undefined)
      events.push({ event: fields.get('event') ?? 'message', line: JSON.parse(data) as ChangeLine });
  }

  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    events,
    lastId: () => lastId,
    text: () => text,
    until: (holds) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (holds()) {
            waiting.delete(look);
            resolve();
          } else if (response.destroyed) reject(new Error(`the stream ended: ${text.slice(-500)}`));
        };
        waiting.add(look);
        look();
      }),
    pause: () => {
      response.pause();
    },
    resume: () => {
      response.resume();
    },
    breakOff: () => {
      request.destroy();
    },
    ended,
  };
}
