/** Status line and headers of an answer as node:http writes them, for connections that it does not serve. */
import { STATUS_CODES } from 'node:http';
import { timeouts } from './limits.ts';

/** Field values of RFC 9110: nothing that would end a line. */
const sendable = /^[\t\x20-\x7e\x80-\xff]*$/;
const ends = {
  'keep-alive': `Connection: keep-alive\r\nKeep-Alive: timeout=${String(timeouts.keepAlive / 1000)}\r\n\r\n`,
  close: 'Connection: close\r\n\r\n',
} as const;

/** In latin1, with the empty line. Throws where a value cannot be sent. */
export function replyHead(
  status: number,
  headers: Readonly<Record<string, string>>,
  connection: keyof typeof ends = 'keep-alive',
): string {
  let head = `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n`;
  for (const name in headers) {
    const value = headers[name] ?? '';
    if (!sendable.test(value)) throw new TypeError(`The header ${name} has characters that cannot be sent`);
    head += `${name}: ${value}\r\n`;
  }
  return `${head}Date: ${httpDate()}\r\n${ends[connection]}`;
}

let second = 0;
let text = '';

/** Changes once a second. */
function httpDate(): string {
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) {
    second = now;
    text = new Date(now * 1000).toUTCString();
  }
  return text;
}
