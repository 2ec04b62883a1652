import { Location, Tariff } from '@pantograph/model/ocpi';
import { LocationExtension, TariffExtension, contentIdOf } from '@pantograph/model/location';
import { expect, it } from 'vitest';
import { smallWorld, smallWorldId } from './small-world.ts';

it('holds only what the schemas know', () => {
  for (const { location, extension } of smallWorld().locations) {
    expect(Location.strict().parse(location)).toEqual(location);
    expect(LocationExtension.strict().parse(extension)).toEqual(extension);
  }
  for (const { tariff, extension } of smallWorld().tariffs) {
    expect(Tariff.strict().parse(tariff)).toEqual(tariff);
    expect(TariffExtension.strict().parse(extension)).toEqual(extension);
  }
});

it('derives ids from keys, no two alike', () => {
  const { locations } = smallWorld();
  for (const { key, contentId } of locations) expect(contentIdOf(key)).toBe(contentId);
  expect(new Set(locations.map(({ contentId }) => contentId)).size).toBe(locations.length);
  expect(smallWorldId('BER-HUB')).not.toBe(smallWorldId('ber-hub'));
});
