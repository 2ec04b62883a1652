/** Contract v3, parameters: limits, refusals in the validator's wording, and what each does. */
import { describe, expect, it } from 'vitest';
import { smallWorldId } from '../../test/small-world.ts';
import { lookupUnderTest } from './testing/lookup-under-test.ts';

const lookup = lookupUnderTest();
const markt = smallWorldId('DELFT-MARKT');
const hub = smallWorldId('BER-HUB');
const one = `/v3/locations/${markt}`;
const several = `/v3/locations?ids=${markt}`;
const partner = 'f'.repeat(36);

interface Refusal {
  readonly cause: string;
  readonly action: string;
}

async function refused(path: string): Promise<Refusal> {
  const { status, body } = await lookup.ask(path);
  expect([path, status]).toEqual([path, 400]);
  return body as Refusal;
}

describe('refusals', () => {
  it.each([
    ['ids', '/v3/locations', "querystring must have required property 'ids'"],
    ['ids', '/v3/locations?ids=', 'querystring/ids must NOT have fewer than 1 items'],
    ['ids', `/v3/locations?ids=a,,b`, 'querystring/ids/1 must NOT have fewer than 1 characters'],
    ['ids', `/v3/locations?ids=${'a,'.repeat(100)}b`, 'querystring/ids must NOT have more than 100 items'],
    ['ids', `/v3/locations?ids=${'x'.repeat(8192)}`, 'querystring/ids/0 must NOT have more than 512 characters'],
    ['ids', `/v3/locations?ids=a&ids=b`, 'querystring/ids must NOT be repeated, found 2 times'],
    ['fields', `${one}?fields=`, 'querystring/fields must NOT have fewer than 1 items'],
    ['fields', `${one}?fields=evse`, 'querystring/fields/0 must be equal to one of the allowed values, found "evse"'],
    ['fields', `${one}?fields=Address`, 'querystring/fields/0 must be equal to one of the allowed values'],
    ['fields', `${one}?fields=evses,evses`, 'querystring/fields must NOT have duplicate items'],
    ['fields', `${one}?fields=evses&fields=address`, 'querystring/fields must NOT be repeated'],
    ['days', `${one}?days=0`, 'querystring/days must be >= 1, found "0"'],
    ['days', `${one}?days=8`, 'querystring/days must be <= 7, found "8"'],
    ['days', `${one}?days=-1`, 'querystring/days must be >= 1'],
    ['days', `${one}?days=1.5`, 'querystring/days must be integer, found "1.5"'],
    ['days', `${one}?days=`, 'querystring/days must be integer'],
    ['days', `${one}?days=two`, 'querystring/days must be integer'],
    ['days', `${one}?days=1e999`, 'querystring/days must be integer'],
    ['days', `${one}?days=2&days=2`, 'querystring/days must NOT be repeated'],
    ['tariff', `${one}?tariff=free`, 'querystring/tariff/0 must match pattern'],
    ['tariff', `${one}?tariff=ALL`, 'querystring/tariff/0 must match pattern'],
    ['tariff', `${one}?tariff=adhoc,${partner}`, 'querystring/tariff/0 must match pattern'],
    ['tariff', `${one}?tariff=adhoc&tariff=partner:short`, 'querystring/tariff/1 must match pattern'],
    ['tariff', `${one}?tariff=partner:${partner},Basic`, 'querystring/tariff/0 must match pattern'],
    ['tariff', `${one}?tariff=partner:${partner};names=Basic`, 'querystring/tariff/0 must match pattern'],
    ['tariff', `${one}?tariff=${partner}x`, 'querystring/tariff/0 must match pattern'],
    ['tariff', `${one}?tariff=${partner},${'n'.repeat(256)}`, 'querystring/tariff/0 must NOT have more than 256 char'],
    ['tariff', `${one}?tariff=${partner}%0A,${',,'.repeat(100)}`, 'querystring/tariff/0 must match pattern'],
    ['tariff', `${one}?${'tariff=all&'.repeat(51)}`, 'querystring/tariff must NOT have more than 50 items'],
    ['connectorTypes', `${several}&connectorTypes=`, 'querystring/connectorTypes must NOT have fewer than 1 items'],
    ['connectorTypes', `${several}&connectorTypes=A,B,C,D,E,F`, 'querystring/connectorTypes must NOT have more than 5'],
    ['connectorTypes', `${several}&connectorTypes=MCS,MCS`, 'querystring/connectorTypes must NOT have duplicate items'],
    ['connectorTypes', `${several}&connectorTypes=MCS,mcs`, 'querystring/connectorTypes must NOT have duplicate items'],
    ['connectorTypes', `${several}&connectorTypes=31`, 'not an id of v2: 31 is IEC_62196_T2'],
    ['connectorTypes', `${several}&connectorTypes=MCS&connectorTypes=MCS`, 'must NOT be repeated'],
    ['enums', `${one}?enums=ocpi2`, 'querystring/enums must be equal to one of the allowed values, found "ocpi2"'],
    ['countryCodes', '/v3/countryMetadata?countryCodes=', 'querystring/countryCodes must NOT have fewer than 1 items'],
    ['countryCodes', '/v3/countryMetadata?countryCodes=NL', 'querystring/countryCodes/0 must match pattern'],
    ['countryCodes', '/v3/countryMetadata?countryCodes=NLD,D3U', 'querystring/countryCodes/1 must match pattern'],
    ['countryCodes', `/v3/countryMetadata?countryCodes=${'NLD,'.repeat(50)}DEU`, 'must NOT have more than 50 items'],
    ['fields', '/v3/countryMetadata?fields=evses', 'querystring/fields/0 must be equal to one of the allowed values'],
    ['fields', '/v3/countryMetadata?fields=', 'querystring/fields must NOT have fewer than 1 items'],
  ])('%s: %s', async (parameter, path, cause) => {
    const refusal = await refused(path);
    expect(refusal.cause).toContain(cause);
    expect(refusal.action).toContain(parameter);
  });

  it('names the parameter whose bytes are no UTF-8 text', async () => {
    for (const broken of ['%FF', '%C3%28', '%ZZ', '%', '%00']) {
      expect((await refused(`${one}?fields=${broken}`)).cause).toContain('fields');
      expect((await refused(`/v3/locations/${broken}`)).cause).toContain('path');
    }
  });

  it('a URL of over 32 KB is too long: 414', async () => {
    const { status, body } = await lookup.ask(`/v3/locations?ids=${'x'.repeat(40_000)}`);
    expect(status).toBe(414);
    expect(body).toMatchObject({ error: 'URI Too Long', status: 414 });
  });

  it('unknown parameters are none of its business', async () => {
    expect((await lookup.ask(`${one}?field=evses&apiKey=x&utm_source=y`)).status).toBe(200);
  });
});

describe('id', () => {
  it.each([markt, `here:evcp:charginglocation:${markt}`, `here:pds:place:${markt}`, `a:b:c:${markt}`])(
    'only the last colon part counts: %s',
    async (id) => {
      expect((await lookup.ask(`/v3/locations/${id}`)).body).toMatchObject({
        id: `here:evcp:charginglocation:${markt}`,
      });
      expect((await lookup.ask(`/v3/locations/${encodeURIComponent(id)}`)).status).toBe(200);
    },
  );

  it.each(['a/b/c', 'a%2Fb', '%20', 'é', '..%2F..%2Fetc%2Fpasswd', 'x'.repeat(8192), 'here:evcp:charginglocation:'])(
    'one that nothing has is not found: %s',
    async (id) => {
      const { status, body, text } = await lookup.ask(`/v3/locations/${id}`);
      expect(status).toBe(404);
      expect(body).toMatchObject({ code: 'E629000' });
      expect(text.length).toBeLessThan(500);
    },
  );
});

describe('ids', () => {
  const idsOf = (body: unknown) => (body as { items: { id: string }[] }).items.map(({ id }) => id.split(':').at(-1));

  it('answers in the order of the request, each once, and lists what is missing as it was asked for', async () => {
    const { body } = await lookup.ask(
      `/v3/locations?ids=${hub},x:gone,${markt},here:evcp:charginglocation:${hub},gone,other`,
    );
    expect(idsOf(body)).toEqual([hub, markt]);
    expect(body).toMatchObject({ missingItems: ['x:gone', 'other'] });
  });

  it('takes 100', async () => {
    const ids = [...Array.from({ length: 99 }, (_, index) => `no-${String(index)}`), markt].join(',');
    const { status, body } = await lookup.ask(`/v3/locations?ids=${ids}`);
    expect(status).toBe(200);
    expect(idsOf(body)).toEqual([markt]);
    expect((body as { missingItems: string[] }).missingItems).toHaveLength(99);
  });

  it('never answers 404, and has no missingItems where nothing is missing', async () => {
    const none = await lookup.ask('/v3/locations?ids=nowhere');
    expect([none.status, none.body]).toEqual([200, { items: [], missingItems: ['nowhere'] }]);
    expect((await lookup.ask(several)).body).not.toHaveProperty('missingItems');
  });

  it('hold commas only between them: an encoded one separates as well', async () => {
    expect(idsOf((await lookup.ask(`/v3/locations?ids=${hub}%2C${markt}`)).body)).toEqual([hub, markt]);
  });
});

describe('connectorTypes', () => {
  interface Shown {
    readonly items: readonly {
      readonly evses: readonly { readonly uid: string }[];
      readonly connectorGroups: readonly { readonly standard: string }[];
    }[];
  }
  const ask = async (types: string) => {
    const ids = [markt, hub, smallWorldId('BER-TRUCKS')].join(',');
    const path = `/v3/locations?ids=${ids}&fields=evses,connectorGroups&connectorTypes=${types}`;
    return (await lookup.ask(path)).body as Shown;
  };

  it('thins EVSEs and groups; locations without a match are neither items nor missing', async () => {
    const body = await ask('MCS');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]?.evses.map(({ uid }) => uid)).toEqual(['TRUCK-1']);
    expect(body.items[0]?.connectorGroups.map(({ standard }) => standard)).toEqual(['MCS']);
    expect(body).not.toHaveProperty('missingItems');
  });

  it('any of several is enough, in any case', async () => {
    expect((await ask('mcs,CHADEMO')).items).toHaveLength(2);
  });

  it('a standard that no location has matches nothing', async () => {
    expect(await ask('GRAVITY_PLUG')).toEqual({ items: [] });
  });

  it('is not for the single location', async () => {
    expect((await lookup.ask(`${one}?connectorTypes=A,B,C,D,E,F,G`)).status).toBe(200);
  });
});

describe('days', () => {
  it.each(['1', '2', '7'])('%s is taken; without data there are no predictions', async (days) => {
    const { status, text } = await lookup.ask(`${one}?fields=predictions,connectorGroups&days=${days}`);
    expect(status).toBe(200);
    expect(text).not.toContain('predictions');
  });
});

describe('enums', () => {
  const statusOf = (body: unknown) => (body as { evses: { status: string }[] }).evses[0]?.status;

  it('chooses the dialect of one request; without it the setting counts', async () => {
    expect(statusOf((await lookup.ask(`${one}?fields=evses`)).body)).toBe('AVAILABLE');
    expect(statusOf((await lookup.ask(`${one}?fields=evses&enums=here`)).body)).toBe('available');
    const published = lookupUnderTest({ settings: { enums: 'here' } });
    expect(statusOf((await published.ask(`${one}?fields=evses`)).body)).toBe('available');
    expect(statusOf((await published.ask(`${one}?fields=evses&enums=ocpi`)).body)).toBe('AVAILABLE');
  });
});
