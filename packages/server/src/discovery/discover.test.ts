import { describe, expect, it } from 'vitest';
import { languages } from '@pantograph/model/search';
import { ask, asking, idsOf } from '../../test/ask-discovery.ts';
import { smallWorld } from '../../test/small-world.ts';
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
    expect(await discover('stromwerk alexander')).toEqual(['BER-HUB']);
    expect(await discover('charging station in Taveuni')).toHaveLength(2);
  });

  it('finds postal codes however they and their places are written', async () => {
    const at = (country: string, postal_code: string, address: string, city: string) => ({
      country,
      postal_code,
      address,
      city,
    });
    const places = [
      at('NLD', '9405 CC', 'Stationsplein 1', 'Assen'),
      at('NLD', '9405CD', 'Ccweg 2', 'Assen'),
      at('GBR', 'SW1A 1AA', 'The Mall', 'London'),
      at('GBR', 'M11AE', 'Piccadilly', 'Manchester'),
      at('SWE', '11135', 'Kungsgatan 12', 'Stockholm'),
      at('SWE', '111 20', 'Vasagatan 35', 'Stockholm'),
      at('POL', '00-950', 'Marszałkowska 98-102', 'Warszawa'),
      at('PRT', '1000205', 'Rua Augusta 1', 'Lisboa'),
      at('CAN', 'K1A 0B1', 'Wellington Street 111', 'Ottawa'),
      at('DEU', '10178', 'Alexanderplatz 1', 'Berlin'),
    ];
    const world = smallWorld();
    const locations = world.locations.slice(0, places.length).map((record, order) => ({
      ...record,
      location: { ...record.location, publish: true, ...places[order] },
    }));
    const askThere = asking({ ...world, locations });
    const found = async (q: string, endpoint = 'discover') => {
      const { body } = await askThere(`/v1/${endpoint}?at=52,4&limit=100&q=${encodeURIComponent(q)}`);
      const { items } = body as { items: { address?: { postalCode: string } }[] };
      return items.flatMap(({ address }) => (address === undefined ? [] : [address.postalCode])).sort();
    };
    for (const [queries, codes] of [
      [['9405CC', '9405 CC', '9405 cc', '9405cc Assen', 'Assen 9405 cc', 'laadpaal 9405 CC'], ['9405 CC']],
      [['9405CD', '9405 CD', 'Ccweg 2, 9405 CD Assen'], ['9405CD']],
      [
        ['9405', '9405 in Assen', '9405 assen'],
        ['9405 CC', '9405CD'],
      ],
      [['SW1A 1AA', 'sw1a1aa', 'the mall sw1a 1aa'], ['SW1A 1AA']],
      [['M1 1AE', 'm11ae', 'Piccadilly, M1 1AE'], ['M11AE']],
      [['111 35', '11135', 'Kungsgatan 12, 111 35 Stockholm'], ['11135']],
      [['111 20', '11120', '111-20'], ['111 20']],
      [['00-950', '00950', '00-950 Warszawa', 'Marszałkowska 98-102', 'warszawa 00-950'], ['00-950']],
      [['1000-205', '1000205', 'Rua Augusta 1, 1000-205 Lisboa'], ['1000205']],
      [['K1A 0B1', 'k1a0b1', 'ottawa K1A 0B1'], ['K1A 0B1']],
      [['10178', 'alexanderplatz 1 10178 berlin'], ['10178']],
    ] as const) {
      for (const query of queries) expect([query, await found(query)]).toEqual([query, codes]);
    }
    // What is being typed may become something else.
    expect(await found('9405 as', 'autosuggest')).toEqual(['9405 CC', '9405CD']);
    expect(await found('9405 cd', 'autosuggest')).toEqual(['9405CD']);
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

  it('leaves no place out for the sake of a vehicle', async () => {
    const world = smallWorld();
    const locations = world.locations.map((record) =>
      record.key.id === 'BER-TRUCKS'
        ? { ...record, extension: { ...record.extension, supportedVehicles: ['car', 'truck'] } }
        : record,
    );
    const askBoth = asking({ ...world, locations });
    for (const mode of ['', '&mobilityMode=car', '&mobilityMode=truck', '&mobilityMode=motorbike']) {
      const asked = await askBoth(`/v1/discover?q=truck+charging+station&at=52.5219,13.4132${mode}`);
      expect([mode, idsOf(asked)]).toEqual([mode, ['BER-TRUCKS']]);
      expect(asked.headers.get('x-results')).toBe('matched=1, returned=1, truncated=?0');
    }
  });
});
