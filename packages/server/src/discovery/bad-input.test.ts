import { ErrorResponse } from '@pantograph/model/search';
import { connectorTypes } from '@pantograph/model/vocabulary';
import { encode } from '@here/flexpolyline';
import { describe, expect, it } from 'vitest';
import { maxBodyBytes } from '../http/limits.ts';
import type { RequestContext } from '../http/surface.ts';
import { ask, correlationId } from '../../test/ask-discovery.ts';

const AT = 'at=52.01,4.36';
const line = (points: [number, number][]) => encode({ polyline: points });
const zigzag = (count: number) =>
  line(Array.from({ length: count }, (_, at) => [52 + (at % 2) / 100, 4 + at / 10_000]));
const good = zigzag(2);

/** Every refusal says all that the contract has room for. */
const completeError = ErrorResponse.required().strict();
type CompleteError = ReturnType<typeof completeError.parse>;

async function refused(
  pathAndQuery: string,
  init?: RequestInit,
  context?: Partial<RequestContext>,
): Promise<CompleteError> {
  const { status, body, headers } = await ask(pathAndQuery, init, context);
  const error = completeError.parse(body);
  expect(error.status).toBe(status);
  expect(headers.get('content-type')).toBe('application/json');
  return error;
}

/** Query, and what the answer must say: the parameter in its cause, the allowed form in its action. */
const queries: readonly (readonly [name: string, query: string, cause: RegExp, action: RegExp])[] = [
  ['no at', 'browse?limit=5', /at is missing/, /at: \{latitude\},\{longitude\}/],
  ['an area without at for browse', 'browse?in=circle:52,4;r=5', /at is missing/, /at/],
  [
    'a country alone for discover',
    'discover?q=x&in=countryCode:NLD',
    /at is missing/,
    /in=circle, in=bbox or in=polygon/,
  ],
  ['at and an area for discover', `discover?q=x&${AT}&in=circle:52,4;r=5`, /at and in/, /one of/],
  ['at and an area for autosuggest', `autosuggest?q=x&${AT}&in=bbox:4,52,5,53`, /at and in/, /one of/],
  ['two areas', `browse?${AT}&in=circle:52,4;r=5&in=bbox:4,52,5,53`, /circle and as bbox/, /one area/],
  [
    'two countries apart',
    `browse?${AT}&in=countryCode:NLD&in=countryCode:DEU`,
    /twice|and as countryCode/,
    /one countryCode/,
  ],
  ['at twice', `browse?${AT}&${AT}`, /at is given 2 times/, /at once/],
  ['NaN', 'browse?at=NaN,4', /at has "NaN"/, /decimal degrees/],
  ['1e999', 'browse?at=52,1e999', /at has "1e999"/, /decimal degrees/],
  ['latitude 91', 'browse?at=91,4', /at is out of range with 91/, /-90\.\.90/],
  ['latitude -90.01', 'browse?at=-90.01,4', /out of range/, /-90\.\.90/],
  ['longitude 180.5', 'browse?at=52,180.5', /out of range/, /-180\.\.180/],
  ['Infinity', 'browse?at=Infinity,4', /at has "Infinity"/, /decimal/],
  ['hexadecimal', 'browse?at=0x10,4', /at has "0x10"/, /decimal/],
  ['one number', 'browse?at=52', /two numbers/, /\{latitude\},\{longitude\}/],
  ['three numbers', 'browse?at=52,4,1', /two numbers/, /\{latitude\},\{longitude\}/],
  ['a blank at', 'browse?at=', /at is empty/, /Add the parameter at: \{latitude\},\{longitude\}/],
  ['a blank at for discover', 'discover?q=x&at=', /at is empty/, /Add the parameter at: .*in=bbox/],
  ['a blank at beside an area', `discover?q=x&at=&in=circle:52,4;r=5`, /at is empty/, /-180\.\.180.*or leave it out/],
  ['a blank in', `browse?${AT}&in=`, /in is empty/, /as circle:.*bbox:.*polygon:.*countryCode:.*, or leave it out/],
  ['a blank limit', `browse?${AT}&limit=`, /limit is empty/, /as a whole number from 1 to 100, or leave it out\./],
  ['a blank offset', `browse?${AT}&offset=`, /offset is empty/, /from 0 to 99, or leave it out/],
  ['a blank language', `browse?${AT}&lang=`, /lang is empty/, /BCP 47/],
  ['a blank show', `browse?${AT}&show=`, /show is empty/, /as a list of ev, eMobilityServiceProviders, /],
  ['a blank format', `browse?${AT}&f=`, /f is empty/, /as json or geojson, or leave it out/],
  ['a blank route', `browse?${AT}&route=`, /route is empty/, /flexible polyline/],
  ['a blank power', `browse?${AT}&evStation[minPower]=`, /is empty/, /kW above 0, or leave it out/],
  ['a blank list', `browse?${AT}&evStation[connectorTypes]=`, /is empty/, /as a list of .*CHADEMO/],
  ['a blank category', `browse?${AT}&categories=`, /categories is empty/, /700-7600/],
  ['a blank height', `browse?${AT}&evStation[vehicleHeight]=`, /is empty/, /cm above 0/],
  ['a blank name', `browse?${AT}&name=`, /name is empty/, /words of a name/],
  ['a comma alone', 'browse?at=,', /at has ""/, /decimal/],
  ['an unknown form of in', `browse?${AT}&in=corridor:1,2`, /no known form/, /circle:.*bbox:.*polygon:.*countryCode:/],
  ['a circle without a radius', `browse?${AT}&in=circle:52,4`, /no circle/, /circle:\{latitude\}/],
  ['a radius of 0', `browse?${AT}&in=circle:52,4;r=0`, /out of range with 0/, /1\.\./],
  ['a radius below 0', `browse?${AT}&in=circle:52,4;r=-5`, /whole number/, /circle:/],
  ['half a metre', `browse?${AT}&in=circle:52,4;r=0.5`, /whole number/, /circle:/],
  ['a radius around the world', `browse?${AT}&in=circle:52,4;r=99999999999`, /out of range/, /20037508/],
  ['a box of no width', `browse?${AT}&in=bbox:4,52,4,53`, /box of no area/, /bbox:\{west\}/],
  ['a box of no height', `browse?${AT}&in=bbox:4,52,5,52`, /box of no area/, /bbox:/],
  ['a box from 180 to -180', `browse?${AT}&in=bbox:180,52,-180,53`, /box of no area/, /bbox:/],
  ['a box upside down', `browse?${AT}&in=bbox:4,53,5,52`, /south 53 above its north 52/, /bbox:/],
  ['a box of three numbers', `browse?${AT}&in=bbox:4,52,5`, /3 numbers/, /bbox:/],
  ['a box of five numbers', `browse?${AT}&in=bbox:4,52,5,53,6`, /more than 4/, /bbox:/],
  ['a box off the earth', `browse?${AT}&in=bbox:4,52,5,91`, /out of range with 91/, /-180\.\.180 and -90\.\.90/],
  ['a circle off the earth', `browse?${AT}&in=circle:91,4;r=5`, /out of range with 91/, /-90\.\.90/],
  ['a polygon off the earth', `browse?${AT}&in=polygon:91,1;2,2;3,1`, /out of range with 91/, /-90\.\.90/],
  ['countries in lower case', `browse?${AT}&in=countryCode:nld`, /country code "nld"/, /alpha-3 codes in upper case/],
  ['an unknown country', `browse?${AT}&in=countryCode:NLD,XYZ`, /"XYZ"/, /alpha-3/],
  ['a polygon of two points', `browse?${AT}&in=polygon:1,1;2,2`, /2 point/, /3 to 500/],
  [
    'a polygon of 501 points',
    `browse?${AT}&in=polygon:${Array.from({ length: 501 }, (_, i) => `1,${i / 10}`).join(';')}`,
    /more than 500/,
    /500/,
  ],
  ['a polygon of no area', `browse?${AT}&in=polygon:1,1;2,2;3,3`, /no area/, /polygon:/],
  ['a polygon around a pole', `browse?${AT}&in=polygon:80,0;80,120;80,-120`, /pole/, /polygon:/],
  ['a polyline that does not decode', `browse?${AT}&route=!!!`, /route/, /flexible polyline/],
  ['a polyline of another kind', `browse?${AT}&route=_p~iF~ps`, /route/, /flexible polyline/],
  ['a polyline of one point', `browse?${AT}&route=${line([[52, 4]])}`, /1 point/, /2 to 2000 points/],
  ['a polyline of 2,001 points', `browse?${AT}&route=${zigzag(2001)}`, /2001 points/, /2000/],
  ['w=50001', `browse?${AT}&route=${good};w=50001`, /out of range with 50001/, /1\.\.50000/],
  ['w=0', `browse?${AT}&route=${good};w=0`, /out of range with 0/, /1\.\.50000/],
  ['w without a number', `browse?${AT}&route=${good};w=`, /whole number/, /w=/],
  ['something else behind a polyline', `browse?${AT}&route=${good};r=5`, /other than ;w=/, /w=/],
  ['ranking without a route', `browse?${AT}&ranking=excursionDistance`, /without a route/, /together with route/],
  ['another ranking', `browse?${AT}&ranking=price&route=${good}`, /"price"/, /excursionDistance/],
  ['limit 0', `browse?${AT}&limit=0`, /limit is out of range with 0/, /1 to 100/],
  ['limit 101', `browse?${AT}&limit=101`, /101/, /1 to 100/],
  ['limit 1.5', `browse?${AT}&limit=1.5`, /"1.5"/, /whole number/],
  ['offset 100', `browse?${AT}&offset=100`, /offset/, /0 to 99/],
  ['offset -1', `browse?${AT}&offset=-1`, /offset/, /0 to 99/],
  ['a language that is none', `browse?${AT}&lang=1`, /lang has "1"/, /BCP 47/],
  ['an endless language', `browse?${AT}&lang=${'a-'.repeat(50)}a`, /lang/, /BCP 47/],
  [
    'an unknown show',
    `browse?${AT}&show=everything`,
    /show has the unknown value "everything"/,
    /eMobilityServiceProviders/,
  ],
  ['show=ev for autosuggest', `autosuggest?${AT}&q=x&show=ev`, /show/, /details/],
  ['show=details for browse', `browse?${AT}&show=details`, /show/, /ev/],
  ['an empty value in a list', `browse?${AT}&show=ev,,tz`, /empty value/, /comma/],
  [
    '101 values',
    `browse?${AT}&evStation[supplierNames]=${Array.from({ length: 101 }, (_, i) => i).join()}`,
    /more than 100/,
    /100/,
  ],
  [
    'a category that is none',
    `browse?${AT}&categories=foo`,
    /categories has "foo", which is no category id/,
    /700-7600/,
  ],
  ['a category with two exclamation marks', `browse?${AT}&categories=!!700`, /categories/, /700-7600/],
  ['a chain with a blank', `browse?${AT}&chains=a%20b`, /chains has "a b", which is no partner id/, /partner ids/],
  ['a food type that is none', `browse?${AT}&foodTypes=pizza`, /"pizza", which is no food type id/, /800-057/],
  ['a name without letters', `browse?${AT}&name=---`, /name has no letter/, /words/],
  ['no q', `discover?${AT}`, /q is missing/, /Add the parameter q: words/],
  ['a blank q', `discover?${AT}&q=%20`, /q is empty/, /Add the parameter q: words/],
  ['a long q', `discover?${AT}&q=${'x'.repeat(301)}`, /301 characters/, /300/],
  ['q for browse', `browse?${AT}&q=x`, /q is not for browse/, /^Move q to \/v1\/discover, or leave it out\.$/],
  ['a blank q for browse', `browse?${AT}&q=`, /q is not for browse/, /\/v1\/discover/],
  ['categories for discover', `discover?${AT}&q=x&categories=700`, /categories is not for discover/, /\/v1\/browse/],
  [
    'facets for autosuggest',
    `autosuggest?${AT}&q=x&facets=power`,
    /facets is not for autosuggest/,
    /\/v1\/browse or \/v1\/discover/,
  ],
  ['termsLimit 11', `autosuggest?${AT}&q=x&termsLimit=11`, /termsLimit/, /0 to 10/],
  ['an unknown mobility mode', `discover?${AT}&q=x&mobilityMode=boat`, /"boat"/, /as car, motorbike or truck\./],
  ['an unknown format', `browse?${AT}&f=xml`, /"xml"/, /as json or geojson\./],
  ['an unknown facet', `browse?${AT}&facets=colour`, /"colour"/, /connectorTypes, operators, power, status/],
  ['no id', 'lookup', /id is missing/, /here:pds:place/],
  ['a blank id', 'lookup?id=', /id is empty/, /Add the parameter id: .*here:pds:place/],
  ['minPower 0', `browse?${AT}&evStation[minPower]=0`, /out of range with 0/, /kW above 0/],
  ['minPower -1', `browse?${AT}&evStation[minPower]=-1`, /evStation\[minPower\]/, /above 0/],
  ['minPower NaN', `browse?${AT}&evStation[minPower]=fast`, /"fast"/, /kW above 0/],
  ['maxPower 1e999', `browse?${AT}&evStation[maxPower]=1e999`, /evStation\[maxPower\]/, /kW/],
  ['another current', `browse?${AT}&evStation[current]=BC`, /"BC"/, /as AC or DC\./],
  ['an unknown payment', `browse?${AT}&evStation[paymentMethodIds]=cash`, /"cash"/, /creditCard/],
  ['an unknown property', `browse?${AT}&evStation[minpower]=5`, /evStation\[minpower\] is no filter/, /minPower/],
  ['evStation without a property', `browse?${AT}&evStation=5`, /evStation is no filter/, /evStation\[property\]/],
  ['an inherited property', `browse?${AT}&evStation[constructor]=5`, /is no filter/, /minPower/],
  ['a property twice', `browse?${AT}&evStation[minPower]=5&evStation[minPower]=6`, /2 times/, /once/],
  ['connector type id 69', `browse?${AT}&evStation[connectorTypeIds]=31,69`, /"69"/, /5, 6, 7/],
  ['connector type id 031.0', `browse?${AT}&evStation[connectorTypeIds]=31.0`, /"31.0"/, /31/],
  ['an unknown standard', `browse?${AT}&evStation[connectorTypes]=TYPE_2`, /"TYPE_2"/, /IEC_62196_T2/],
  ['available perhaps', `browse?${AT}&evStation[available]=perhaps`, /"perhaps"/, /true or false/],
  ['openNow 1', `browse?${AT}&evStation[openNow]=1`, /openNow/, /true or false/],
  ['a vehicle of no height', `browse?${AT}&evStation[vehicleHeight]=0`, /vehicleHeight/, /cm above 0/],
  [
    'unknownLimits maybe',
    `browse?${AT}&evStation[vehicleHeight]=400&evStation[unknownLimits]=maybe`,
    /unknownLimits/,
    /exclude or include/,
  ],
];

describe('bad input', () => {
  it.each(queries)('%s', async (_, query, cause, action) => {
    const error = await refused(`/v1/${query}`);
    expect(error.status).toBe(400);
    expect(error.cause).toMatch(cause);
    expect(error.action).toMatch(action);
    expect(error.cause.length).toBeLessThan(300);
  });

  it('answers deprecated connector ids with what succeeds them, and unused ones with what there is', async () => {
    for (const { id, use, successors } of connectorTypes) {
      const asked = await ask(`/v1/browse?${AT}&evStation[connectorTypeIds]=${id}`);
      expect(asked.status).toBe(use === 'current' ? 200 : 400);
      if (use === 'current') continue;
      const { cause, action } = completeError.parse(asked.body);
      expect(cause).toContain(use === 'deprecated' ? `deprecated connector type id ${id}` : `"${id}"`);
      for (const successor of successors ?? []) expect(cause + action).toContain(String(successor));
    }
    const { action } = await refused(`/v1/browse?${AT}&evStation[connectorTypeIds]=26`);
    expect(action).toBe('Send evStation[connectorTypeIds] as a list with 43 in place of 26.');
  });

  it.each([
    ['browse', 'parameter_missing'],
    ['browse?at=', 'parameter_missing'],
    [`discover?${AT}&q=`, 'parameter_missing'],
    ['discover?q=x&at=', 'parameter_missing'],
    ['lookup?id=', 'parameter_missing'],
    [`browse?${AT}&limit=`, 'parameter_invalid'],
    [`browse?${AT}&ranking=excursionDistance`, 'parameter_conflict'],
    [`browse?${AT}&q=x`, 'parameter_misplaced'],
    [`discover?${AT}&q=x&name=y`, 'parameter_misplaced'],
  ])('%s is %s', async (query, code) => {
    expect((await refused(`/v1/${query}`)).code).toBe(code);
  });

  it('names the request by both its ids', async () => {
    expect(await refused('/v1/browse')).toMatchObject({ correlationId, requestId: correlationId });
    expect(await refused('/v1/browse', {}, { requestId: 'mine' })).toMatchObject({ correlationId, requestId: 'mine' });
  });

  it('refuses 100 KB of query before it reads any of it', async () => {
    const error = await refused(`/v1/browse?${AT}&evStation[supplierNames]=${'x,'.repeat(50_000)}`);
    expect(error).toMatchObject({ status: 414, code: 'request_too_long' });
    expect(JSON.stringify(error).length).toBeLessThan(1000);
  });

  it('refuses what is no UTF-8, and NUL', async () => {
    for (const text of ['%ff', '%', '%zz', 'a%00']) {
      expect(await refused(`/v1/discover?${AT}&q=${text}`)).toMatchObject({ status: 400, code: 'request_malformed' });
    }
  });

  it('refuses methods that an endpoint does not have', async () => {
    const body = 'route=x';
    for (const [path, method, allow] of [
      ['browse', 'PUT', 'GET, HEAD, POST'],
      ['discover', 'DELETE', 'GET, HEAD, POST'],
      ['lookup', 'POST', 'GET, HEAD'],
    ] as const) {
      const { status, headers } = await ask(`/v1/${path}?${AT}`, { method, ...(method === 'POST' ? { body } : {}) });
      expect(status).toBe(405);
      expect(headers.get('allow')).toBe(allow);
    }
  });

  it('reads nothing but a route from a body', async () => {
    const path = `/v1/browse?${AT}`;
    const form = (body: string) => ({
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(
      await refused(path, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }),
    ).toMatchObject({ status: 415 });
    expect(await refused(path, { method: 'POST' })).toMatchObject({ status: 415 });
    expect(await refused(path, form(''))).toMatchObject({ status: 400, code: 'parameter_missing' });
    expect(await refused(path, form(`route=${good}&limit=5`))).toMatchObject({
      status: 400,
      code: 'parameter_misplaced',
      cause: 'The parameter limit stands in the body, which holds the route alone',
      action: 'Move limit to the URL, or leave it out.',
    });
    expect(await refused(`${path}&route=${good}`, form(`route=${good}`))).toMatchObject({
      status: 400,
      code: 'parameter_conflict',
    });
    expect(await refused(path, form(`route=${good}&route=${good}`))).toMatchObject({
      status: 400,
      code: 'parameter_repeated',
    });
    expect(await refused(path, form(`route=${'B'.repeat(maxBodyBytes)}`))).toMatchObject({ status: 413 });
  });

  it('is accepted where the contract has it and no charging place is touched', async () => {
    const ignored =
      'politicalView=IND&fuelStation[fuelTypes]=1&with=recommendPlaces&showMapReferences=segments&unheardOf=1';
    expect((await ask(`/v1/discover?${AT}&q=x&${ignored}`)).status).toBe(200);
  });
});
