/** What cannot be read as HTTP, or is too much of it, told in the words of the surface that was meant. */
import type { Socket } from 'node:net';
import { Refused } from '../refusal/refused.ts';
import type { App } from './app.ts';
import { chain } from './eventually.ts';
import { maxBodyBytes, maxHeaderBytes, timeouts } from './limits.ts';
import { replyHead } from './reply-head.ts';

/** As node:http tells it: its code, and what it read last. */
export interface ClientError extends NodeJS.ErrnoException {
  readonly rawPacket?: Buffer;
}

export function refuseRaw(error: ClientError, socket: Socket, app: Pick<App, 'refuse'>): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { remoteAddress: peer } = socket;
  void chain(app.refuse(pathIn(error.rawPacket), refusalOf(error), { peer }), ({ status, headers, body }) => {
    socket.write(replyHead(status, headers, 'close'), 'latin1');
    socket.end(body instanceof Uint8Array ? body : '');
  });
}

function refusalOf({ code }: ClientError): Refused {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new Refused('headers_too_long', {
        cause: 'The request line and the headers are too long',
        allowed: `${String(maxHeaderBytes)} bytes of both`,
      });
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new Refused('body_too_long', {
        cause: 'The chunk extensions are too long',
        allowed: `a body of ${String(maxBodyBytes)} bytes`,
      });
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Refused('request_late', {
        cause: 'The request did not arrive in time',
        allowed: `${String(timeouts.request / 1000)} seconds`,
      });
    default:
      return new Refused('request_malformed', {
        cause: 'The request is not valid HTTP/1.1',
        allowed: 'valid HTTP/1.1, with a URL of ASCII characters',
      });
  }
}

/** Where the packet begins with a request line: what of its path can be a path. */
function pathIn(packet: Buffer | undefined): string {
  return /^[A-Z]+ (\/[\w/.~-]*)/.exec(packet?.toString('latin1', 0, 1024) ?? '')?.[1] ?? '/';
}
