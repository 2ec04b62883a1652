/** A surface behind two edges on real ports: one that takes what lies ready, one that goes the usual way. */
import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request as open } from 'node:http';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect } from 'vitest';
import { recordedLog } from '../../../test/recorded-log.ts';
import { smallWorldTime } from '../../../test/small-world.ts';
import { createAccess } from '../../access/access.ts';
import type { Exposure } from '../../access/exposure.ts';
import { openKeyStore } from '../../access/key-store.ts';
import { createKey, revokeKey } from '../../access/manage-keys.ts';
import { rateLimiter } from '../../access/rate-limiter.ts';
import { createApp } from '../app.ts';
import type { Listening } from '../listen.ts';
import { listen } from '../listen.ts';
import type { MountedSurface } from '../surface.ts';

const keys = openKeyStore(':memory:');
const keyOf = (over: object = {}) => createKey(keys, { name: 'k', rights: [], ...over }, smallWorldTime);
const [plain, rightful, limited, revoked] = [
  keyOf(),
  keyOf({ rights: ['truckRestrictions'] }),
  keyOf({ limit: { perSecond: 1, burst: 40 } }),
  keyOf(),
];
revokeKey(keys, revoked.info.id, smallWorldTime);

export const goodKey = plain.key;

export const one = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** Parameters that every surface may meet. */
export const oddParameter: fc.Arbitrary<string> = fc.oneof(
  one('a=%zz', 'a=%00', 'a=%C3%A9', 'a=b+c', 'a[b]=c', "a='", 'X', '', `long=${'x'.repeat(600)}`),
  one(...[plain, rightful, limited, revoked].map(({ key }) => `apiKey=${key}`), 'apiKey=foreign', 'api%4Bey=x'),
);

const header = one<[string, string | string[]]>(
  ['Accept-Encoding', 'gzip'],
  ['Accept-Encoding', 'br;q=0.5, zstd;q=0.1'],
  ['Accept-Encoding', 'identity'],
  ['If-None-Match', '*'],
  ['If-None-Match', '"other"'],
  ['X-Request-ID', 'mine'],
  ['X-Request-ID', ['a', 'b']],
  ['X-Request-ID', ` ${'y'.repeat(200)}`],
  ['Origin', 'https://app.example'],
  ['Access-Control-Request-Method', 'GET'],
  ['X-Forwarded-For', '203.0.113.9'],
  ['Via', ['a', 'b']],
  ['Host', 'pantograph.test'],
  ['Host', 'PANTOGRAPH.test:80'],
  ['Content-Length', '0'],
  ['Authorization', `Bearer ${plain.key}`],
  ['Authorization', `Bearer ${limited.key}`],
  ['Authorization', 'Basic eDp5'],
  ['Authorization', `Bearer ${revoked.key}`],
);

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  /** If-None-Match with what the path was last answered. */
  readonly again: boolean;
}

interface Told {
  readonly status: number | undefined;
  /** But for the date. */
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface ReadyBesideUsual extends AsyncDisposable {
  /** Puts random requests for the paths to both; they have to say the same, byte for byte. */
  compare(path: fc.Arbitrary<string>, runs: number): Promise<void>;
  /** How many of them lay ready. */
  readonly readied: () => number;
  askReady(path: string, headers?: Readonly<Record<string, string>>): Promise<Told>;
}

export async function readyBesideUsual(surface: MountedSurface, exposure: Exposure): Promise<ReadyBesideUsual> {
  let readied = 0;
  const counting: MountedSurface = {
    ...surface,
    ready: (target) => {
      const question = surface.ready?.(target);
      if (question !== undefined) readied++;
      return question;
    },
  };
  const { ready: _, ...slow } = surface;
  const [ready, usual] = [await serve(counting, exposure), await serve(slow, exposure)];
  const tags = new Map<string, string>();
  return {
    async compare(anyPath, runs) {
      // What is no HTTP reaches no app.
      const path = anyPath.map((some) => some.replace(/[^\x21-\x7e]/g, encodeURIComponent));
      const method = fc.oneof(
        { weight: 8, arbitrary: one('GET') },
        { weight: 1, arbitrary: one('HEAD', 'POST', 'OPTIONS') },
      );
      const headers = fc.array(header, { maxLength: 2 }).map((some) => Object.fromEntries(some));
      const sent = fc.record({ method, path, headers, again: fc.boolean() });
      const property = fc.asyncProperty(fc.array(sent, { minLength: 1, maxLength: 10 }), async (some) => {
        for (const each of some) {
          const known = each.again ? tags.get(each.path) : undefined;
          const put = known === undefined ? each : { ...each, headers: { ...each.headers, 'If-None-Match': known } };
          const expected = await tell(usual, put);
          expect(await tell(ready, put), JSON.stringify(put)).toEqual(expected);
          if (expected.headers.etag !== undefined) tags.set(each.path, expected.headers.etag);
        }
      });
      await fc.assert(property, { numRuns: runs });
    },
    readied: () => readied,
    askReady: (path, headers = {}) => tell(ready, { method: 'GET', path, headers, again: false }),
    async [Symbol.asyncDispose]() {
      await ready.close(100);
      await usual.close(100);
    },
  };
}

/** Both make the same ids and tell the same time. What is no HTTP, such as two lengths of a body, is counted apart. */
async function serve(surface: MountedSurface, exposure: Exposure): Promise<Listening> {
  const { log } = recordedLog('error');
  let made = 0;
  const newId = () => `id-${String(++made)}`;
  const anonymousRate = { perSecond: 1, burst: 2_000 };
  const access = createAccess({ exposure, keys, limiter: rateLimiter(), log, anonymousRate });
  const app = createApp({ surfaces: [surface], access, log, newId, now: () => smallWorldTime });
  return listen(app, { host: '127.0.0.1', port: 0, log, newId: () => 'unread' });
}

const agent = new Agent({ keepAlive: true });

function tell({ port }: Listening, { method, path, headers: own }: Sent): Promise<Told> {
  // Answers with links say by which name they were asked.
  const headers = { Host: 'localhost:8080', ...own };
  return new Promise((resolve, reject) => {
    const sent = open({ port, host: '127.0.0.1', agent, method, path, headers }, (response) => {
      const { date: _, ...rest } = response.headers;
      buffer(response).then(
        (bytes) => resolve({ status: response.statusCode, headers: rest, body: bytes.toString('latin1') }),
        reject,
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}
