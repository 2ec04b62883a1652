import { describe, expect, it } from 'vitest';
import { categoriesOf } from './category.ts';
import { countryOfName, evCategories, languageOf, localeOf, vehiclesOfCategory } from './index.ts';
import { countryNameOf } from './language/country-names.ts';

describe('categories', () => {
  it('are selected by their id or by any branch above it', () => {
    expect(vehiclesOfCategory('700-7600-0323')).toEqual(['truck']);
    expect(vehiclesOfCategory('700-7600')).toEqual(['car', 'truck', 'twoWheeler']);
    expect(vehiclesOfCategory('700')).toEqual(['car', 'truck', 'twoWheeler']);
    expect(vehiclesOfCategory('700-7600-032')).toEqual([]);
    expect(vehiclesOfCategory('100-1000-0000')).toEqual([]);
  });

  it('are those of the vehicles, cars first', () => {
    expect(categoriesOf(['truck', 'bus', 'car']).map(({ id }) => id)).toEqual(['700-7600-0322', '700-7600-0323']);
  });

  it('have a name of their own in every language', () => {
    for (const { names } of evCategories) expect(new Set(Object.values(names)).size).toBe(13);
  });
});

describe('languages', () => {
  it('take the first tag that is known', () => {
    expect(languageOf(['xx', 'de-AT', 'fr'])).toBe('de');
    expect(languageOf(['nn-NO'])).toBe('nb');
    expect(languageOf([])).toBe('en');
    expect(localeOf(['xx', 'pt-BR'])).toBe('pt-BR');
    expect(localeOf(['xx'])).toBe('en');
  });

  it('name countries both ways', () => {
    expect(countryNameOf('DEU', 'fr')).toBe('Allemagne');
    expect(countryNameOf('deu', 'en')).toBe('Germany');
    expect(countryNameOf('ZZZ', 'en')).toBeUndefined();
    expect(countryOfName(' allemagne', ['en', 'fr'])).toBe('DEU');
    expect(countryOfName('Atlantis', ['en', 'fr'])).toBeUndefined();
  });
});
