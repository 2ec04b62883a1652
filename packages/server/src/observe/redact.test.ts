import { describe, expect, test } from 'vitest';
import { recordedLog } from '../../test/recorded-log.ts';
import { redactSecrets } from './redact.ts';

const secret = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
const key = `pan_0123456789ab_${secret}`;

const holders = [
  `http://h/v3/locations?apiKey=${secret}&days=2`,
  `http://h/v3/locations?days=2&APIKEY=${secret}`,
  `http://h/v3/locations?%61piKey=${secret}`,
  `http://h/v3/locations?api%4bey=${secret}&days=1`,
  `http://h/ev/stations.json?app_id=0123456789ab&app_code=${secret}`,
  `authorization: Bearer ${secret}`,
  `{"authorization":"bearer ${secret}"}`,
  `Bearer eyJh.${secret}.c2ln`,
  `the key ${key} was sent`,
  `apiKey=${secret}`,
];

describe('redactSecrets', () => {
  test.each(holders)('%s', (text) => {
    expect(redactSecrets(text)).not.toContain(secret);
  });

  test('leaves the rest readable', () => {
    expect(redactSecrets(`http://h/v3/locations?ids=a,b&apiKey=${key}&days=2`)).toBe(
      'http://h/v3/locations?ids=a,b&apiKey=[hidden]&days=2',
    );
    expect(redactSecrets(`who is ${key}`)).toBe('who is pan_0123456789ab_[hidden]');
    expect(redactSecrets('http://h/v1/browse?at=1,2&limit=3')).toBe('http://h/v1/browse?at=1,2&limit=3');
  });

  test('takes time in proportion to the text', () => {
    const text = '?%'.repeat(50_000);
    const started = performance.now();
    redactSecrets(text);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('the log', () => {
  test('writes no secret, whoever puts one in, and every line stays JSON', () => {
    const { log, text, lines } = recordedLog();
    for (const holder of holders) {
      log.info({ url: holder, headers: { authorization: `Bearer ${secret}` } }, holder);
      log.error({ err: new Error(`cannot fetch ${holder}`) }, 'failed');
    }
    expect(text()).not.toContain(secret);
    expect(lines()).toHaveLength(holders.length * 2);
  });
});
