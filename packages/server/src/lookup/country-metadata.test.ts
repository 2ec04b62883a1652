/** Contract v3, countryMetadata. */
import { describe, expect, it } from 'vitest';
import { smallWorld } from '../../test/small-world.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { countryIndexCache } from './country-index-cache.ts';
import { lookupUnderTest } from './testing/lookup-under-test.ts';

interface Country {
  readonly countryCode: string;
  readonly operators?: readonly { readonly name: string; readonly tariffs?: readonly { readonly name: string }[] }[];
  readonly eMobilityServiceProviders?: readonly { readonly name: string; readonly eMobilityIds?: readonly string[] }[];
  readonly connectorTypes?: readonly { readonly standard: string }[];
}

const lookup = lookupUnderTest();
const ask = async (query = '') =>
  (await lookup.ask(`/v3/countryMetadata${query}`)).body as { countries: Country[]; missingCountries?: string[] };

describe('countryMetadata', () => {
  it('without parameters: the codes of all countries, in order', async () => {
    expect(await ask()).toEqual({
      countries: ['ATA', 'DEU', 'FJI', 'GHA', 'NLD'].map((countryCode) => ({ countryCode })),
    });
  });

  it('countryCodes: in any case, unknown ones are missing', async () => {
    expect(await ask('?countryCodes=nld,XXX,Deu,NLD')).toEqual({
      countries: [{ countryCode: 'DEU' }, { countryCode: 'NLD' }],
      missingCountries: ['XXX'],
    });
  });

  it('fields=connectorTypes: common name, highest power and the id of v2', async () => {
    const { countries } = await ask('?countryCodes=DEU,GHA&fields=connectorTypes');
    expect(countries[0]?.connectorTypes).toEqual([
      {
        standard: 'DOMESTIC_F',
        commonName: 'Domestic plug/socket type F (CEE 7/4 (Schuko))',
        maxPower: 2300,
        legacyId: 9,
      },
      { standard: 'IEC_62196_T2', commonName: 'Type 2', maxPower: 22_000, legacyId: 31 },
      { standard: 'IEC_62196_T2_COMBO', commonName: 'CCS2', maxPower: 400_000, legacyId: 34 },
      { standard: 'MCS', commonName: 'Megawatt Charging System (MCS)', maxPower: 1_000_000, legacyId: 67 },
    ]);
    // Nothing is known of it but that it is there.
    expect(countries[1]?.connectorTypes).toEqual([{ standard: 'SEAWATER_PLUG', commonName: 'SEAWATER_PLUG' }]);
  });

  it('fields=operators: operators and sub-operators by name', async () => {
    const { countries } = await ask('?countryCodes=NLD&fields=operators');
    expect(countries[0]?.operators).toMatchObject([{ name: 'Parkeer Delft' }, { name: 'Voltstad' }]);
    expect(countries[0]?.operators?.[1]).not.toHaveProperty('tariffs');
  });

  it('fields=eMobilityServiceProviders', async () => {
    const { countries } = await ask('?countryCodes=NLD&fields=eMobilityServiceProviders');
    expect(countries[0]?.eMobilityServiceProviders?.map(({ name }) => name)).toEqual(['ChargeCard One', 'PlugPass']);
  });

  it('fields=eMobilityServiceProviders: with the ids of the accounts where they are known, which is our extension', async () => {
    const { countries } = await ask('?countryCodes=NLD&fields=eMobilityServiceProviders');
    expect(countries[0]?.eMobilityServiceProviders?.map(({ eMobilityIds }) => eMobilityIds)).toEqual([
      ['DE-CC1'],
      undefined,
    ]);
  });

  it('fields=tariffs: names beside the companies, nothing by itself', async () => {
    const { countries } = await ask('?countryCodes=NLD&fields=operators,eMobilityServiceProviders,tariffs');
    expect(countries[0]?.operators?.find(({ name }) => name === 'Voltstad')?.tariffs).toEqual([{ name: 'T-CPO' }]);
    expect(countries[0]?.eMobilityServiceProviders?.[0]).toMatchObject({ tariffs: [{ name: 'Basic' }] });
    expect((await ask('?countryCodes=NLD&fields=tariffs')).countries).toEqual([{ countryCode: 'NLD' }]);
  });
});

describe('the index behind it', () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 2, 10) + seconds * 1000);

  function counted() {
    const world = memoryAtlas(smallWorld());
    const state = { seq: 1, gathered: 0 };
    const cache = countryIndexCache({
      get seq() {
        return state.seq;
      },
      sites: () => {
        state.gathered++;
        return world.sites();
      },
    });
    return { cache, state };
  }

  it('is gathered once for requests that come together', async () => {
    const { cache, state } = counted();
    const [one, other] = await Promise.all([cache(at(0)), cache(at(0))]);
    expect(one).toBe(other);
    expect(state.gathered).toBe(1);
  });

  it('is kept while the world stands still, and for a minute while it moves', async () => {
    const { cache, state } = counted();
    await cache(at(0));
    await cache(at(86_400));
    expect(state.gathered).toBe(1);
    state.seq = 2;
    await cache(at(59));
    expect(state.gathered).toBe(1);
    await cache(at(61));
    expect(state.gathered).toBe(2);
  });

  it('is told as it was where gathering takes long, and as it is from then on', async () => {
    const world = memoryAtlas(smallWorld());
    const state = { seq: 1, isLarge: false };
    function* sites() {
      do yield* world.sites();
      while (state.isLarge);
    }
    const atlas = {
      get seq() {
        return state.seq;
      },
      sites,
    };
    const cache = countryIndexCache(atlas, 0);
    const before = await cache(at(0));
    Object.assign(state, { seq: 2, isLarge: true });
    expect(await cache(at(61))).toBe(before);
    expect(await cache(at(62))).toBe(before);
    state.isLarge = false;
    await expect.poll(() => cache(at(63))).not.toBe(before);
  });

  it('is tried again after a failure', async () => {
    let fails = true;
    const world = memoryAtlas(smallWorld());
    const cache = countryIndexCache({
      seq: 1,
      sites: () => {
        if (fails) throw new Error('world is being rebuilt');
        return world.sites();
      },
    });
    await expect(cache(at(0))).rejects.toThrow('rebuilt');
    fails = false;
    expect((await cache(at(0))).countries.size).toBe(5);
  });
});
