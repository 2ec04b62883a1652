/** Requests over connections that stay open. The global `fetch` does as much at several times the cost. */
import type { ClientRequest, IncomingMessage } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Transport, TransportAnswer, TransportRequest } from './transport.ts';
import { tooLong } from './transport.ts';

interface NodeTransport {
  readonly send: Transport;
  /** Lets go of connections that are kept for further requests. */
  readonly close: () => void;
}

interface Received {
  readonly incoming: IncomingMessage;
  readonly bytes: Buffer;
}

const unzip = promisify(gunzip);

export function nodeTransport(): NodeTransport {
  const agents = { plain: new http.Agent({ keepAlive: true }), secure: new https.Agent({ keepAlive: true }) } as const;

  function begin({ url, headers, form, signal }: TransportRequest): ClientRequest {
    const isSecure = url.startsWith('https:');
    const outgoing = (isSecure ? https : http).request(url, {
      agent: isSecure ? agents.secure : agents.plain,
      headers: isLoopback(url) ? headers : { ...headers, 'accept-encoding': 'gzip' },
      signal,
      ...(form === undefined ? {} : { method: 'POST' }),
    });
    outgoing.end(form);
    return outgoing;
  }

  function receive(request: TransportRequest, outgoing: ClientRequest): Promise<Received> {
    return new Promise((resolve, reject) => {
      outgoing.on('error', reject);
      outgoing.on('response', (incoming) => {
        const chunks: Buffer[] = [];
        let size = 0;
        incoming.on('error', reject);
        incoming.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size <= request.mostBytes) return;
          reject(tooLong(request.mostBytes));
          outgoing.destroy();
        });
        incoming.on('end', () => {
          resolve({ incoming, bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size) });
        });
      });
    });
  }

  return {
    async send(request) {
      const outgoing = begin(request);
      return await receive(request, outgoing).then(
        (received) => answerOf(received, request),
        async (error: unknown) => {
          // The other end let go of the kept connection just now. What a gateway asks changes nothing and may be asked again.
          if (!outgoing.reusedSocket || !isReset(error) || request.signal.aborted) throw error;
          return answerOf(await receive(request, begin(request)), request);
        },
      );
    },
    close() {
      agents.plain.destroy();
      agents.secure.destroy();
    },
  };
}

/** Nothing goes over a network, so that compression costs more than it saves. */
function isLoopback(url: string): boolean {
  return /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(?=[:/])/.test(url);
}

function isReset(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

async function answerOf({ incoming, bytes }: Received, { mostBytes }: TransportRequest): Promise<TransportAnswer> {
  const { statusCode = 0, headers } = incoming;
  return {
    status: statusCode,
    header: (name) => {
      const value = headers[name];
      return typeof value === 'object' ? value.join(', ') : value;
    },
    body: headers['content-encoding'] === 'gzip' ? await unzipped(bytes, mostBytes) : bytes,
  };
}

async function unzipped(bytes: Buffer, mostBytes: number): Promise<Buffer> {
  try {
    return await unzip(bytes, { maxOutputLength: mostBytes });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLong(mostBytes);
    throw error;
  }
}
