import type { PlaceItem } from '@pantograph/model/search';
import { AutosuggestResponse } from '@pantograph/model/search';
import { describe, expect, it } from 'vitest';
import { ask, idsOf } from '../../test/ask-discovery.ts';

const DELFT = 'at=52.0116,4.3571';

async function suggest(q: string, more = '') {
  const { status, body } = await ask(`/v1/autosuggest?${DELFT}&q=${encodeURIComponent(q)}${more}`);
  expect(status).toBe(200);
  return AutosuggestResponse.parse(body);
}

describe('/v1/autosuggest', () => {
  it('suggests places by the beginnings of words, without what only show=details brings', async () => {
    const { items, queryTerms } = await suggest('mar del');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      title: 'Voltstad',
      resultType: 'place',
      highlights: {
        title: [],
        address: {
          label: [
            { start: 10, end: 13 },
            { start: 28, end: 31 },
          ],
        },
      },
    });
    for (const key of ['extended', 'contacts', 'openingHours']) expect(items[0]).not.toHaveProperty(key);
    expect(queryTerms).toEqual([]);
    const details = await suggest('mar del', '&show=details');
    expect(details.items[0]).toMatchObject({ contacts: [{ phone: [{ value: '+31152602500' }] }] });
  });

  it('highlights what folding makes equal, to the right length', async () => {
    const { body } = await ask('/v1/autosuggest?at=52.5,13.4&q=kantstrass');
    expect(body).toMatchObject({ items: [{ highlights: { address: { label: [{ start: 11, end: 20 }] } } }] });
  });

  it('highlights both parts of a postal code', async () => {
    for (const typed of ['2611 gs ', '2611 gs', '2611 gs delft']) {
      const { items } = await suggest(typed);
      expect(items).toHaveLength(1);
      const [place] = items as PlaceItem[];
      const { label } = place?.address ?? { label: '' };
      const lit = place?.highlights?.address?.label.map(({ start, end }) => label.slice(start, end));
      expect(lit?.slice(0, 2)).toEqual(['2611', 'GS']);
    }
  });

  it('suggests the search for a kind of place while its name is being typed, and the stations nearby', async () => {
    for (const [typed, lang] of [
      ['char', 'en'],
      ['ladest', 'de'],
      ['laadp', 'nl'],
      ['borne de r', 'fr'],
    ] as const) {
      const { items } = await suggest(typed, `&lang=${lang}`);
      expect(items).toHaveLength(16);
      expect(items[0]).toMatchObject({ resultType: 'categoryQuery' });
    }
  });

  it('knows words of every language, whatever the caller speaks', async () => {
    for (const typed of ['laadp', 'ladest', 'borne de r', 'electrolin', 'lataus', 'nabíjec']) {
      for (const lang of ['', '&lang=en', '&lang=pt-BR']) {
        const { items } = await suggest(typed, lang);
        expect([typed, lang, items.length]).toEqual([typed, lang, 16]);
        expect(items[0]).toMatchObject({ resultType: 'categoryQuery' });
      }
    }
    expect((await suggest('laadp', '&lang=de')).items[0]).toMatchObject({ title: 'Ladestation für Elektrofahrzeuge' });
  });

  it('suggests searches that can be followed', async () => {
    const { items } = await suggest('volt', '&in=countryCode:NLD&apiKey=secret&lang=nl');
    const [chain, first] = items;
    expect(chain).toMatchObject({
      title: 'Voltstad',
      resultType: 'chainQuery',
      highlights: { title: [{ start: 0, end: 4 }] },
    });
    expect(first).toMatchObject({ title: 'Voltstad', resultType: 'place' });
    const href = new URL((chain as { href: string }).href);
    expect(href.href).not.toContain('secret');
    const followed = await ask(href.pathname + href.search);
    expect(followed.status).toBe(200);
    expect(idsOf(followed)).toHaveLength(5);
  });

  it('counts searches within the limit, and pages places only', async () => {
    expect((await suggest('volt', '&limit=3')).items).toHaveLength(3);
    const page = await suggest('volt', '&limit=3&offset=0');
    expect(page).toMatchObject({ offset: 0, nextOffset: 3, count: 3, limit: 3 });
    expect(page.items.every(({ resultType }) => resultType === 'place')).toBe(true);
  });

  it('completes the last word, as often as termsLimit allows', async () => {
    expect((await suggest('delft volt', '&termsLimit=5')).queryTerms).toEqual([
      { term: 'Voltstad', replaces: 'volt', start: 6, end: 10 },
    ]);
    const terms = await suggest('lade', '&termsLimit=2&lang=de');
    expect(terms.queryTerms.map(({ term }) => term)).toEqual(['Ladestation', 'Ladestationen']);
    expect((await suggest('lade ', '&termsLimit=2&lang=de')).queryTerms).toEqual([]);
    const foreign = await suggest('laad', '&termsLimit=3&lang=en');
    expect(foreign.queryTerms.map(({ term }) => term)).toEqual(['laadpaal', 'laadpalen', 'laadstation']);
    // The caller's language comes first, then what is there, then the other languages.
    const mixed = await suggest('la', '&termsLimit=10&lang=nl');
    expect(mixed.queryTerms[0]?.term).toBe('laadpaal');
    expect(mixed.queryTerms.map(({ term }) => term)).toContain('Ladestation');
  });
});
