import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAddress } from './index.ts';

describe('splitAddress', () => {
  it.each([
    ['Nijverheidsweg 1', 'Nijverheidsweg', '1'],
    ['Roegoorn 3A', 'Roegoorn', '3A'],
    ['Peelo 22 A', 'Peelo', '22 A'],
    ['Paul Krugerstraat 1-B', 'Paul Krugerstraat', '1-B'],
    ['James Wattstraat 77-79', 'James Wattstraat', '77-79'],
    ['Mr. J.P. Troelstralaan 313', 'Mr. J.P. Troelstralaan', '313'],
    ['Aart van der Leeuwlaan 1152', 'Aart van der Leeuwlaan', '1152'],
    ['2e Jan Steenstraat 5', '2e Jan Steenstraat', '5'],
    ['R. da Igreja, 79', 'R. da Igreja', '79'],
    ['Süleyman Demirel Blv No:7', 'Süleyman Demirel Blv', '7'],
    ['1 Main St', 'Main St', '1'],
    ['5 Willemskerkeweg', 'Willemskerkeweg', '5'],
    ['12 bis Rue de Rivoli', 'Rue de Rivoli', '12 bis'],
    ['12B Baker Street', 'Baker Street', '12B'],
    ['1201 S 4th St', 'S 4th St', '1201'],
    ['  Elzenlaan   12 ', 'Elzenlaan', '12'],
  ])('splits %s', (line, street, houseNumber) => {
    expect(splitAddress(line)).toEqual({ street, houseNumber });
  });

  it.each([
    'A12',
    'A 12',
    'Highway 61',
    'Busstation Westerschelde',
    'Plein 1944',
    'Rue du 8 Mai 1945',
    'Parkzoom 293 T.O.',
    '1e Weteringstraat',
    '975',
    'Kayabaşı, Toki Kayabaşı Konutları 4 F, 3',
    'Topkapı mah şeyhülislam sk no 28 FATİH /',
    'Parking Level 2',
    'Bahçeşehir 34488',
    '10 Downing Street 5',
  ])('keeps %s whole, being unsure', (line) => {
    expect(splitAddress(line)).toEqual({ street: line });
  });

  it('makes nothing of an empty line', () => {
    expect(splitAddress('  ')).toEqual({});
  });

  it('neither loses nor invents a letter or digit, whatever the line', () => {
    const part = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(' ', ',', '1', 'A', '-', 'straat', 'No:'));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const line = parts.join('');
        const { street = '', houseNumber = '' } = splitAddress(line);
        const letters = (text: string) =>
          Array.from(text.replace(/[^\p{L}\p{N}]/gu, ''))
            .sort()
            .join('');
        const marker = /(?:^|[\s,])n(?:o|r|º|°)?[.:]?\s?\d/iu;
        if (marker.test(line)) expect(line).toContain(houseNumber);
        else expect(letters(street + houseNumber)).toBe(letters(line));
      }),
    );
  });

  it('is done with a long line at once', () => {
    const started = performance.now();
    splitAddress(`${'1 '.repeat(50_000)}x`);
    splitAddress(`${'a, '.repeat(50_000)}1 x x`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
