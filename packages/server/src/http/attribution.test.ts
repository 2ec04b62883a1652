import { describe, expect, test } from 'vitest';
import { attributionOf } from './attribution.ts';

describe('attributionOf', () => {
  test('joins each credit once, in the order of the sources', () => {
    const sources = [
      { name: 'ndw', attribution: 'NDW', licence: 'CC0-1.0' },
      { name: 'city', attribution: 'City of Delft, CC-BY-4.0', licence: 'CC-BY-4.0' },
      { name: 'ndw-2', attribution: 'NDW', licence: 'CC0-1.0' },
      { name: 'silent' },
    ];
    expect(attributionOf(sources)).toBe('NDW (CC0-1.0); City of Delft, CC-BY-4.0');
  });

  test('says of demo data that it is, whatever else is known', () => {
    expect(attributionOf([{ name: 'demo', demo: true }])).toBe('demo (demo data)');
    expect(attributionOf([{ name: 'demo', demo: true, attribution: 'Demo data, generated' }])).toBe(
      'Demo data, generated',
    );
  });

  test('has nothing to say where no source asks for credit', () => {
    expect(attributionOf([])).toBeUndefined();
    expect(attributionOf([{ name: 'own' }])).toBeUndefined();
  });

  test('is printable ASCII whatever a source writes', () => {
    const value = attributionOf([{ name: 'x', attribution: 'Bundesnetzagentur © Ladesäulen;\r\nSet-Cookie: ñ 充電' }]);
    expect(value).toBe('Bundesnetzagentur (c) Ladesaulen, Set-Cookie: n ??');
  });

  test('stays a header that proxies let through', () => {
    const sources = Array.from({ length: 500 }, (_, index) => ({ name: 's', attribution: `Operator number ${index}` }));
    const value = attributionOf(sources) ?? '';
    expect(value.length).toBeLessThan(2100);
    expect(value).toMatch(/; and \d+ more$/);
  });
});
