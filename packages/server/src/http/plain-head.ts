/** The head of an HTTP/1.1 request (RFC 9112, messages), where it is written as nearly all are. */
import type { PlainHeaders } from './plain-request.ts';
import { plainHeaders } from './plain-request.ts';

export interface PlainHead {
  readonly method: string;
  readonly target: string;
  readonly headers: PlainHeaders;
}

const requestLine = /^([A-Z]+) (\/[!-~]*) HTTP\/1\.1$/;
/** No line folding, no bytes beyond ASCII, no space before the colon. */
const headerLine = /^([\w!#$%&'*+.^`|~-]+):[ \t]*((?:[!-~]+(?:[ \t]+[!-~]+)*)?)[ \t]*$/;

/**
 * For one connection: callers send the same headers again and again, so that those of the request before are known.
 * @returns reads all before the empty line; `undefined`: node:http is to judge
 */
export function plainHeadReader(): (head: string) => PlainHead | undefined {
  let lastBlock: string | undefined;
  let lastHeaders: PlainHeaders | undefined;
  return (head) => {
    const lineEnd = head.indexOf('\r\n');
    const line = requestLine.exec(lineEnd < 0 ? head : head.slice(0, lineEnd));
    if (line === null) return undefined;
    const block = lineEnd < 0 ? '' : head.slice(lineEnd + 2);
    if (block !== lastBlock) {
      lastBlock = block;
      lastHeaders = readHeaders(block);
    }
    const [, method = '', target = ''] = line;
    return lastHeaders && { method, target, headers: lastHeaders };
  };
}

function readHeaders(block: string): PlainHeaders | undefined {
  const byName = new Map<string, string>();
  for (const line of block.split('\r\n')) {
    const [whole, name = '', value = ''] = headerLine.exec(line) ?? [];
    const known = name.toLowerCase();
    if (whole === undefined || byName.has(known)) return undefined;
    byName.set(known, value);
  }
  if (!/^keep-alive$/i.test(byName.get('connection') ?? 'keep-alive')) return undefined;
  return plainHeaders((name) => byName.get(name) ?? null);
}
