import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as fc from 'fast-check';
import { SignJWT, exportJWK, exportSPKI, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refused } from '../refusal/refused.ts';
import { jwtVerifier } from './jwt.ts';

const secret = 'a shared secret of at least thirty-two bytes';
const now = new Date('2026-03-10T12:00:00Z');
const seconds = Math.floor(now.getTime() / 1000);
const bytes = (text: string) => new TextEncoder().encode(text);

function claims(over: Record<string, unknown> = {}) {
  return new SignJWT({ sub: 'alice', exp: seconds + 600, ...over });
}

async function refusalOf(work: Promise<unknown>): Promise<Refused> {
  const outcome = await work.catch((error: unknown) => error);
  if (outcome instanceof Refused) return outcome;
  throw new Error('was not refused', { cause: outcome });
}

describe('HS256', () => {
  const verifier = () => jwtVerifier({ secret, issuer: 'https://issuer.example', audience: 'pantograph' }, fetch);
  const good = { iss: 'https://issuer.example', aud: 'pantograph' };
  const sign = (over: Record<string, unknown>, with_ = secret) =>
    claims({ ...good, ...over })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(bytes(with_));

  test('a good token is its subject, with the rights of `scope` and `rights`', async () => {
    const token = await sign({ scope: 'openid predictions', rights: ['truckRestrictions', 'unheard-of', 7] });
    const caller = await verifier().callerOf(token, now);
    expect(caller.id).toBe('jwt:alice');
    expect([...caller.rights].sort()).toEqual(['predictions', 'truckRestrictions']);
  });

  test('a subject cannot write into the log', async () => {
    const caller = await verifier().callerOf(await sign({ sub: 'a\nb c'.repeat(40) }), now);
    expect(caller.id).toMatch(/^jwt:[\x21-\x7e]{64}$/);
  });

  test.each([
    ['expired', { exp: seconds - 60 }, 'expired'],
    ['without expiry', { exp: undefined }, 'expiry'],
    ['not valid yet', { nbf: seconds + 600 }, 'not valid yet'],
    ['of another issuer', { iss: 'https://other.example' }, 'not meant'],
    ['for another audience', { aud: 'other' }, 'not meant'],
  ])('a token %s is refused', async (_, over, why) => {
    const refused = await refusalOf(verifier().callerOf(await sign(over), now));
    expect(refused.code).toBe('credentials_invalid');
    expect(refused.details.cause).toContain(why);
  });

  test('another secret, another algorithm, none at all', async () => {
    const payload = Buffer.from(JSON.stringify({ ...good, sub: 'eve', exp: seconds + 600 })).toString('base64url');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    const forged = await sign({}, 'another secret that is also long enough');
    const longer = await claims(good)
      .setProtectedHeader({ alg: 'HS512' })
      .sign(bytes(secret.repeat(2)));
    for (const token of [none, forged, longer]) {
      expect((await refusalOf(verifier().callerOf(token, now))).code).toBe('credentials_invalid');
    }
  });

  test('a token that was good is refused once it has expired', async () => {
    const kept = verifier();
    const token = await sign({ exp: seconds + 10 });
    await kept.callerOf(token, now);
    expect((await kept.callerOf(token, new Date(now.getTime() + 5_000))).id).toBe('jwt:alice');
    const late = new Date(now.getTime() + 41_000);
    expect((await refusalOf(kept.callerOf(token, late))).code).toBe('credentials_invalid');
  });

  test('whatever is sent as a token is refused as a credential, never a fault', async () => {
    const part = fc.oneof(
      fc.base64String(),
      fc.string(),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
    );
    await fc.assert(
      fc.asyncProperty(part, part, part, async (head, body, signature) => {
        const refused = await refusalOf(verifier().callerOf(`${head}.${body}.${signature}`, now));
        expect(refused.code).toBe('credentials_invalid');
      }),
      { numRuns: 300 },
    );
  });
});

describe('JWKS', () => {
  let server: Server;
  let url: string;
  let keys: object[] = [];
  let status = 200;
  let requests = 0;

  beforeAll(async () => {
    server = createServer((_request, response) => {
      requests += 1;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(status === 200 ? JSON.stringify({ keys }) : '<html>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/jwks.json`;
  });
  afterAll(() => {
    server.close();
  });

  test.each(['RS256', 'ES256', 'EdDSA'])('%s', async (alg) => {
    const { privateKey, publicKey } = await generateKeyPair(alg);
    keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg }];
    requests = 0;
    const verifier = jwtVerifier({ jwksUrl: url }, fetch);
    const token = await claims({ scope: 'admin' }).setProtectedHeader({ alg, kid: 'one' }).sign(privateKey);
    for (let count = 0; count < 3; count++) {
      const caller = await verifier.callerOf(token, now);
      expect([...caller.rights]).toEqual(['admin']);
    }
    expect(requests).toBe(1);
  });

  test('the text of a public key is no HMAC secret', async () => {
    const { publicKey } = await generateKeyPair('RS256', { extractable: true });
    keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }];
    const forged = await claims()
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .sign(bytes(await exportSPKI(publicKey)));
    const refused = await refusalOf(jwtVerifier({ jwksUrl: url }, fetch).callerOf(forged, now));
    expect(refused.code).toBe('credentials_invalid');
  });

  test('a key the issuer does not have is the caller’s fault, an issuer that is away is not', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const token = await claims().setProtectedHeader({ alg: 'ES256', kid: 'two' }).sign(privateKey);
    keys = [];
    expect((await refusalOf(jwtVerifier({ jwksUrl: url }, fetch).callerOf(token, now))).code).toBe(
      'credentials_invalid',
    );
    status = 503;
    expect((await refusalOf(jwtVerifier({ jwksUrl: url }, fetch).callerOf(token, now))).code).toBe('unavailable');
    status = 200;
    const nobody = 'http://127.0.0.1:1/jwks.json';
    expect((await refusalOf(jwtVerifier({ jwksUrl: nobody }, fetch).callerOf(token, now))).code).toBe('unavailable');
  });
});

describe('settings that cannot be meant', () => {
  test.each([
    [{}],
    [{ secret: 'short' }],
    [{ secret, jwksUrl: 'https://issuer.example/jwks' }],
    [{ jwksUrl: 'http://issuer.example/jwks' }],
    [{ jwksUrl: 'nonsense' }],
    [{ jwksUrl: 'file:///etc/passwd' }],
  ])('%j', (settings) => {
    expect(() => jwtVerifier(settings, fetch)).toThrow(RangeError);
  });
});
