/** A receiver of webhooks on loopback that behaves as it is told, well or badly. */
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export type Behaviour =
  'take' | 'fail' | 'hang' | 'garbage' | 'redirect' | 'drip' | 'cut' | 'busy' | 'gone' | 'endless';

export interface Heard {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  /** Everything that came, whatever was answered. */
  readonly heard: readonly Heard[];
  /** What was answered with success. */
  readonly taken: readonly Heard[];
  behave(behaviour: Behaviour): void;
  close(): void;
}

/** Speaks HTTP by hand, so that it can speak it wrongly. */
export async function receiver(): Promise<Receiver> {
  let behaviour: Behaviour = 'take';
  const [heard, taken]: [Heard[], Heard[]] = [[], []];
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const request = requestIn(text);
      if (request === undefined) return;
      text = '';
      heard.push(request);
      if (behaviour === 'take') taken.push(request);
      answer(socket);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));

  function answer(socket: Socket): void {
    switch (behaviour) {
      case 'take':
        return void socket.write('HTTP/1.1 204 No Content\r\n\r\n');
      case 'fail':
        return void socket.write('HTTP/1.1 500 Oh\r\nContent-Length: 4\r\n\r\nsad!');
      case 'hang':
        return;
      case 'garbage':
        return void socket.end('<html>not the protocol you expected</html>\r\n\r\n');
      case 'redirect':
        return void socket.write(
          'HTTP/1.1 307 Elsewhere\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n',
        );
      case 'cut':
        return void socket.destroy();
      case 'busy':
        return void socket.write('HTTP/1.1 503 Busy\r\nRetry-After: 600\r\nContent-Length: 0\r\n\r\n');
      case 'gone':
        return void socket.write('HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n');
      case 'endless':
        socket.write('HTTP/1.1 500 Much\r\nTransfer-Encoding: chunked\r\n\r\n');
        return every(() => socket.write(`10000\r\n${'x'.repeat(65_536)}\r\n`));
      case 'drip':
        // A byte at a time keeps a connection from being idle for ever.
        return every(() => socket.write('H'));
    }
  }

  function every(task: () => void): void {
    timers.add(setInterval(task, 5));
  }

  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook`,
    heard,
    taken,
    behave: (next) => {
      behaviour = next;
    },
    close: () => {
      for (const timer of timers) clearInterval(timer);
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

function requestIn(text: string): Heard | undefined {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const [, ...lines] = text.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = text.slice(end + 4);
  return Buffer.byteLength(body) >= Number(headers['content-length']) ? { headers, body } : undefined;
}
