import { describe, expect, test } from 'vitest';
import { exposureOf, isLocalUser } from './exposure.ts';

describe('exposureOf', () => {
  test.each([
    ['auto', '127.0.0.1', 'loopback'],
    ['auto', '127.8.9.1', 'loopback'],
    ['auto', 'localhost', 'loopback'],
    ['auto', '::1', 'loopback'],
    ['auto', '0.0.0.0', 'nobody'],
    ['auto', '::', 'nobody'],
    ['auto', '192.168.1.4', 'nobody'],
    ['auto', '127.0.0.1.example.org', 'nobody'],
    ['auto', 'localhost.example.org', 'nobody'],
    ['closed', '127.0.0.1', 'nobody'],
    ['open', '0.0.0.0', 'everybody'],
  ] as const)('%s on %s is open to %s', (mode, host, exposure) => {
    expect(exposureOf(mode, host)).toBe(exposure);
  });
});

describe('isLocalUser', () => {
  const request = (headers: Record<string, string> = {}) => new Request('http://localhost/', { headers });

  test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('%s is', (peer) => {
    expect(isLocalUser(request(), peer)).toBe(true);
  });

  test.each(['10.0.0.1', '::ffff:10.0.0.1', 'fe80::1', ''])('%j is not', (peer) => {
    expect(isLocalUser(request(), peer)).toBe(false);
  });

  test.each(['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP', 'Via'])(
    'who comes through a proxy that sends %s is not',
    (name) => {
      expect(isLocalUser(request({ [name]: 'for=203.0.113.9' }), '127.0.0.1')).toBe(false);
    },
  );
});
