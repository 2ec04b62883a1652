import { describe, expect, it } from 'vitest';
import { recordedLog } from '../../test/recorded-log.ts';
import { smallWorldId } from '../../test/small-world.ts';
import { createAccess } from '../access/access.ts';
import { openKeyStore } from '../access/key-store.ts';
import { rateLimiter } from '../access/rate-limiter.ts';
import { legacyUnderTest } from './testing/legacy-under-test.ts';

const v2 = legacyUnderTest();
const prox = 'prox=52,4,1000';
const post = (body: string): RequestInit => ({ method: 'POST', body });

describe('bad input is refused with the parameter, what is wrong and what is allowed', () => {
  it.each([
    ['stations.json', 'BadRequest: The request has no geometry. Add the parameter prox, bbox or corridor'],
    ['stations/count.json', 'The request has no geometry'],
    [`stations.json?${prox}&bbox=53,4;52,5`, 'has two geometries, prox and bbox. Send one of prox, bbox and corridor.'],
    [`stations.json?${prox}&${prox}`, 'The parameter prox is there more than once. Send prox once.'],
    ['stations.json?prox=52,4,200001', 'The parameter prox has the radius "200001". Send prox as lat,lon,radius'],
    ['stations.json?prox=52,4,-1', 'The parameter prox has the radius "-1"'],
    ['stations.json?prox=52,4', 'The parameter prox is "52,4"'],
    ['stations.json?prox=', 'The parameter prox is ""'],
    ['stations.json?prox=52,4,5,6', 'The parameter prox is "52,4,5,6"'],
    ['stations.json?prox=52,abc,5', 'The parameter prox has "52,abc" where a position is due'],
    ['stations.json?prox=NaN,4,5', 'where a position is due'],
    ['stations.json?prox=1e999,4,5', 'where a position is due'],
    ['stations.json?prox=91,4,5', 'has the position "91,4". Send prox as latitudes from -90 to 90'],
    ['stations.json?prox=52,181,5', 'has the position "52,181"'],
    ['stations.json?prox=52,4,1e999', 'The parameter prox has the radius "1e999"'],
    [
      'stations.json?prox=52,4,1.5',
      'The parameter prox has the radius "1.5". Send prox as lat,lon,radius with a radius in whole',
    ],
    ['stations.json?prox=52,4,1e3', 'The parameter prox has the radius "1e3"'],
    ['stations.json?prox=52,4,5.', 'The parameter prox has the radius "5."'],
    ['stations/count.json?prox=52,4,%2B5', 'The parameter prox has the radius "+5"'],
    [`stations.json?${prox}&maxresults=1e1`, 'The parameter maxresults is "1e1"'],
    [`stations.json?${prox}&offset=1.0`, 'The parameter offset is "1.0"'],
    ['stations.json?bbox=52,4;53,5', 'The parameter bbox is upside down'],
    ['stations.json?bbox=53,4;52,5;51,6', 'The parameter bbox is'],
    ['stations.json?bbox=53,4,52,5', 'The parameter bbox is "53,4,52,5"'],
    ['stations.json?bbox=55,4;51,5', 'The parameter bbox is 445 km high and 70 km wide'],
    ['stations.json?bbox=1,0;-1,10', 'The parameter bbox is 223 km high and 1112 km wide'],
    ['stations.json?bbox=53,5;52,4', 'km wide'],
    ['stations.json?corridor=52,4', 'The parameter corridor has 1 point. Send corridor as lat,lon;lat,lon;...'],
    ['stations.json?corridor=52,4;', 'The parameter corridor has 1 point'],
    ['stations.json?corridor=', 'The parameter corridor has 0 points'],
    ['stations.json?corridor=52,4;52,5;abc', 'The parameter corridor ends in "abc"'],
    ['stations.json?corridor=52,4;52,5;0', 'The parameter corridor ends in "0"'],
    ['stations.json?corridor=52,4;52.1,4,1;500', 'has "52.1,4,1" where a position is due'],
    ['stations.json?corridor=52,4;52,5;100000', 'The parameter corridor covers 14700 km²'],
    ['stations.json?corridor=52,4;52,4;80000', 'The parameter corridor covers 5027 km²'],
    [`stations.json?${prox}&connectortype=99`, 'The parameter connectortype has the unknown value "99"'],
    [`stations.json?${prox}&connectortype=31,abc`, 'has the unknown value "abc"'],
    [`stations.json?${prox}&connectortype=1`, 'has the unknown value "1"'],
    [`stations.json?${prox}&connectortype=`, 'The parameter connectortype is empty'],
    [`stations.json?${prox}&connectortype=31,,34`, 'The parameter connectortype has an empty value'],
    [
      `stations.json?${prox}&connectortype=18`,
      'has the deprecated id 18, Domestic plug/socket type J (SEV 1011) (T23). Send connectortype as 42 (Domestic plug',
    ],
    [`stations.json?${prox}&connectortype=10`, 'as 8 (Domestic plug/socket type E (CEE 7/5)) or 9 ('],
    [`stations.json?${prox}&connectortype=3`, 'this one has no successor'],
    [`stations.json?${prox}&emsp=`, 'The parameter emsp is empty'],
    [`stations.json?${prox}&emsp=${'x'.repeat(65)}`, 'The parameter emsp has the value "xxx'],
    [
      `stations.json?${prox}&maxresults=0`,
      'The parameter maxresults is "0". Send maxresults as a whole number from 1 to 1000',
    ],
    [`stations.json?${prox}&maxresults=1001`, 'The parameter maxresults is "1001"'],
    [`stations.json?${prox}&maxresults=1.5`, 'The parameter maxresults is "1.5"'],
    [`stations.json?${prox}&maxresults=`, 'The parameter maxresults is ""'],
    [`stations.json?${prox}&offset=-1`, 'The parameter offset is "-1"'],
    [`stations.json?${prox}&offset=99999999999999999999`, 'The parameter offset is'],
    [`stations.json?${prox}&strictcount=yes`, 'The parameter strictcount is "yes". Send strictcount as true or false'],
    ['stations/alongroute.json', 'The request has no route. Add the parameter route: a flexible polyline'],
    ['stations/alongroute.json?route=!', 'The parameter route cannot be followed'],
    ['stations/alongroute.json?route=BFoz5xJ67i1B1B7PzIhaxL7Y&width=50001', 'The parameter width is "50001"'],
    ['stations/alongroute/count.json?route=BFoz5xJ67i1B', 'The parameter route cannot be followed'],
  ])('%s', async (path, message) => {
    expect(await v2.refused(path, 400)).toContain(message);
  });

  it('names at most the start of what was sent', async () => {
    expect((await v2.refused(`stations.json?prox=${'9'.repeat(20_000)}`, 400)).length).toBeLessThan(300);
  });
});

describe('bodies of stations/alongroute', () => {
  const path = 'stations/alongroute.json';
  it.each([
    ['', 'The body is no JSON object'],
    ['[]', 'The body is no JSON object'],
    ['null', 'The body is no JSON object'],
    ['{"route":', 'The body is no JSON object'],
    ['{}', 'The request has no route'],
    ['{"route":7}', 'The parameter route is neither a text nor a LineString'],
    ['{"route":{"type":"Point","coordinates":[4,52]}}', 'The parameter route is neither a text nor a LineString'],
    ['{"route":{"type":"LineString"}}', 'The parameter route has 0 coordinates'],
    ['{"route":{"type":"LineString","coordinates":[[4,52]]}}', 'The parameter route has 1 coordinates'],
    ['{"route":{"type":"LineString","coordinates":[[4,52],[52,91]]}}', 'has no position in coordinates[1]'],
    ['{"route":{"type":"LineString","coordinates":[[4,52],"x"]}}', 'has no position in coordinates[1]'],
    ['{"route":"BFoz5xJ67i1B1B7PzIhaxL7Y","width":0}', 'The parameter width is "0"'],
    ['{"route":"BFoz5xJ67i1B1B7PzIhaxL7Y","width":"1000"}', 'The parameter width is "\\"1000\\""'],
    ['{"route":"BFoz5xJ67i1B1B7PzIhaxL7Y","width":null}', 'The parameter width is "null"'],
  ])('%s', async (body, message) => {
    expect(await v2.refused(path, 400, post(body))).toContain(message);
  });

  it('2,001 points are too many', async () => {
    const coordinates = Array.from({ length: 2001 }, (_, index) => [4 + index / 1e4, 52]);
    const body = JSON.stringify({ route: { type: 'LineString', coordinates } });
    expect(await v2.refused(path, 400, post(body))).toContain('has 2001 coordinates');
  });

  it('a route in the URL of a POST is in the wrong place', async () => {
    const body = '{"route":"BFoz5xJ67i1B1B7PzIhaxL7Y"}';
    expect(await v2.refused(`${path}?route=x`, 400, post(body))).toContain('has route in its body');
  });
});

describe('paths and methods', () => {
  it.each([
    ['stations.yaml', 'NotFound: The path asks for a format there is none of: it ends neither in .json nor in .xml.'],
    ['stations', 'The path has no format'],
    ['stations.JSON', 'a format there is none of'],
    ['.json', 'The path names no resource'],
    ['charging.json', 'The path names no resource'],
    ['evses/x.json', 'The path names no resource'],
    ['stations/x/y.json', 'The path names no resource'],
    [`pools/${smallWorldId('DELFT-MARKT')}`, 'The path has no format'],
  ])('%s is not there', async (path, message) => {
    expect(await v2.refused(path, 404)).toContain(message);
  });

  it('other methods are told which there are', async () => {
    expect(await v2.refused(`stations.json?${prox}`, 405, { method: 'POST' })).toContain('Use GET, HEAD');
    const { headers, status } = await v2.ask('connectortypes.json', { method: 'DELETE' });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect((await v2.ask('stations/alongroute.json', { method: 'PUT' })).headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it('HEAD is a GET without its body', async () => {
    const { status, text } = await v2.ask(`stations.json?${prox}`, { method: 'HEAD' });
    expect([status, text]).toEqual([200, '']);
  });
});

describe('credentials', () => {
  const closed = legacyUnderTest({
    access: createAccess({
      exposure: 'nobody',
      keys: openKeyStore(':memory:'),
      limiter: rateLimiter(),
      log: recordedLog().log,
    }),
  });

  it.each(['', '&app_id=some&app_code=thing', '&app_id=some', '&apiKey=thing'])(
    'that are missing or wrong: the advice names the pair of v2 too (%s)',
    async (credentials) => {
      const message = await closed.refused(`stations.json?${prox}${credentials}`, 401);
      expect(message).toMatch(/^Unauthorized: .*apiKey=.*app_id= and app_code=/);
      expect(message).not.toContain('thing');
    },
  );
});

describe('the error body', () => {
  it('has Type and a list Message with the correlation id, in the format asked', async () => {
    const json = await v2.ask('stations.json?prox=1');
    expect(JSON.parse(json.text)).toEqual({
      Type: 'BadRequest',
      Message: [
        'The parameter prox is "1".',
        'Send prox as lat,lon,radius with a radius in whole metres from 0 to 200000.',
        'Correlation id: correlation-1',
      ],
    });
    expect(json.headers.get('content-type')).toBe('application/json');
    const xml = await v2.ask('stations.xml?prox=%3C%26%3E');
    expect(xml.status).toBe(400);
    expect(xml.headers.get('content-type')).toBe('application/xml;charset=UTF-8');
    expect(xml.text).toContain(
      '<error><Type>BadRequest</Type><Message>The parameter prox is "&lt;&amp;&gt;".</Message>',
    );
  });
});
