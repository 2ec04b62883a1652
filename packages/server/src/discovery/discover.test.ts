import { describe, expect, it } from 'vitest';
import { languages } from '@pantograph/model/search';
import { ask, idsOf } from '../../test/ask-discovery.ts';
import { categoryTerms } from './category-words.ts';

async function discover(q: string, more = 'at=52.5219,13.4132'): Promise<string[]> {
  const asked = await ask(`/v1/discover?${more}&q=${encodeURIComponent(q)}`);
  expect(asked.body).toHaveProperty('items');
  return idsOf(asked);
}

describe('/v1/discover', () => {
  it.each(languages)('knows what a charging station is called in %s', async (language) => {
    for (const term of categoryTerms(language)) {
      expect(await discover(term)).toHaveLength(15);
      expect(await discover(term.toUpperCase())).toHaveLength(15);
    }
  });

  it('knows those for trucks and for two-wheelers', async () => {
    expect(await discover('Lkw-Ladestation')).toEqual(['BER-TRUCKS']);
    expect(await discover('truck charging near Ludwigsfelde')).toEqual(['BER-TRUCKS']);
    expect(await discover('oplaadpunt fiets')).toEqual(['BER-SCOOTERS']);
  });

  it('finds operators, cities, streets and postal codes, without accents too', async () => {
    expect(await discover('demo power')).toEqual(['ber-hub', 'NULL-ISLAND']);
    expect(await discover('Ladesäule Delft')).toHaveLength(6);
    expect(await discover('kantstrasse')).toEqual(['BER-PRICES']);
    expect(await discover('Kantstraße 130 Berlin')).toEqual(['BER-PRICES']);
    expect(await discover('10178')).toEqual(['BER-HUB']);
    expect(await discover('2611GS')).toEqual([]);
    expect(await discover('2611 GS')).toEqual(['DELFT-MARKT']);
    expect(await discover('stromwerk alexander')).toEqual(['BER-HUB']);
    expect(await discover('charging station in Taveuni')).toHaveLength(2);
  });

  it('takes a country behind the last comma, in any of the languages', async () => {
    expect(await discover('Voltstad, Fidschi')).toHaveLength(2);
    expect(await discover('Voltstad, Fiji')).toHaveLength(2);
    expect(await discover('voltstad, niederlande')).toHaveLength(5);
    expect(await discover('Markt, Delft')).toEqual(['DELFT-MARKT']);
  });

  it('finds nothing for text without a letter or digit', async () => {
    expect(await discover('?!')).toEqual([]);
  });

  it('searches everywhere from at, and only within a circle or a box', async () => {
    expect(await discover('voltstad', 'at=0,0')).toHaveLength(8);
    expect(await discover('voltstad', 'in=circle:52.0116,4.3571;r=700')).toHaveLength(4);
    expect(await discover('voltstad', 'in=bbox:4.35,52,4.36,52.02&in=countryCode:NLD')).toHaveLength(4);
    expect(await discover('voltstad', 'at=0,0&in=countryCode:ATA')).toEqual(['SOUTH-POLE']);
  });

  it('measures from the centre of the area where there is no at', async () => {
    const { body } = await ask('/v1/discover?q=markt&in=circle:52.0116,4.3571;r=700');
    expect(body).toMatchObject({ items: [{ distance: 0 }] });
  });

  it('puts the stations for the vehicle first, over pages too', async () => {
    const query = 'at=52.5219,13.4132&mobilityMode=truck';
    const all = await discover('ev charging station', query);
    expect(all.slice(0, 2)).toEqual(['BER-TRUCKS', 'BER-HUB']);
    expect(all).toHaveLength(15);
    expect((await discover('charging', 'at=52.5219,13.4132&mobilityMode=motorbike'))[0]).toBe('BER-SCOOTERS');
    const pages = [];
    for (let offset = 0; offset < 15; offset += 4) {
      pages.push(...(await discover('charging', `${query}&limit=4&offset=${offset}`)));
    }
    expect(pages).toEqual(all);
    expect((await discover('stromwerk', query))[0]).toBe('BER-HUB');
  });
});
