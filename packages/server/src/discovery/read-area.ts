/** Where to search: the parameters `at` and `in`. Source: contract search, geometry; `in=polygon` is ours. */
import { isCountryCode } from '@pantograph/model/search';
import type { Position } from '@pantograph/model/location';
import type { Area } from '../atlas/query.ts';
import { Refused } from '../refusal/refused.ts';
import { readNumber, readWholeNumber } from './numbers.ts';
import type { Parameters } from './parameters.ts';
import { invalid, quoted } from './parameters.ts';
import { readRing } from './read-polygon.ts';
import { readPosition } from './read-position.ts';

/** Half the girth of the earth: no place is farther away. */
const MAX_RADIUS_METRES = 20_037_508;

const CIRCLE = `circle:{latitude},{longitude};r={radius in whole metres, 1..${MAX_RADIUS_METRES}}`;
const BBOX = 'bbox:{west},{south},{east},{north}';
const COUNTRY_CODE = 'countryCode:{ISO 3166-1 alpha-3 codes in upper case with commas between them}';
const IN_FORMS = `${CIRCLE}, ${BBOX}, polygon:{latitude},{longitude};... or ${COUNTRY_CODE}`;
const forms = {
  circle: `${CIRCLE}, latitude -90..90, longitude -180..180`,
  bbox: `${BBOX} in decimal degrees, -180..180 and -90..90, south below north; west greater than east crosses the antimeridian`,
  countryCode: COUNTRY_CODE,
};
export const AT_FORM = '{latitude},{longitude} in decimal degrees, -90..90 and -180..180, such as 52.01,4.36';

export interface Where {
  /** The parameter `at`. */
  readonly centre?: Position;
  /** The area of the parameter `in`. */
  readonly area?: Exclude<Area, { readonly kind: 'route' }>;
  /** ISO 3166-1 alpha-3. */
  readonly countries?: ReadonlySet<string>;
}

export function readWhere(parameters: Parameters): Where {
  const at = parameters.text('at', AT_FORM);
  const values = parameters.texts('in', IN_FORMS);
  const countryValues = values.filter((value) => value.startsWith('countryCode:'));
  const areaValues = values.filter((value) => !value.startsWith('countryCode:'));
  for (const same of [countryValues, areaValues]) if (same.length > 1) throw twoOfAKind(same);
  const [countryValue] = countryValues;
  const [areaValue] = areaValues;
  return {
    ...(at === undefined ? {} : { centre: readPosition('at', at, AT_FORM) }),
    ...(areaValue === undefined ? {} : { area: readArea(areaValue) }),
    ...(countryValue === undefined ? {} : { countries: readCountries(countryValue.slice('countryCode:'.length)) }),
  };
}

function twoOfAKind(values: readonly string[]): Refused {
  return new Refused('parameter_conflict', {
    parameter: 'in',
    cause: `The parameter in is given as ${values.map(kindOf).join(' and as ')}`,
    allowed: 'in at most twice: one area (circle, bbox or polygon) and one countryCode',
  });
}

function kindOf(value: string): string {
  return /^[a-zA-Z]{1,20}(?=:)/.exec(value)?.[0] ?? quoted(value);
}

function readArea(value: string): Exclude<Area, { readonly kind: 'route' }> {
  const body = value.slice(value.indexOf(':') + 1);
  if (value.startsWith('circle:')) return readCircle(body);
  if (value.startsWith('bbox:')) return readBox(body);
  if (value.startsWith('polygon:')) return { kind: 'polygon', ring: readRing(body) };
  throw invalid('in', `has no known form: ${quoted(value)}`, IN_FORMS);
}

function readCircle(body: string): Area & { readonly kind: 'circle' } {
  const match = /^([^;]*);r=([^;]*)$/.exec(body);
  if (match === null) throw invalid('in', `is no circle: ${quoted(body)}`, forms.circle);
  const [, centre = '', radius = ''] = match;
  return {
    kind: 'circle',
    centre: readPosition('in', centre, forms.circle),
    radiusMetres: readWholeNumber('in', radius, { min: 1, max: MAX_RADIUS_METRES }, forms.circle),
  };
}

function readBox(body: string): Area & { readonly kind: 'box' } {
  const parts = body.split(',', 5);
  const degrees = parts.map((part, order) => {
    const most = order % 2 === 0 ? 180 : 90;
    return readNumber('in', part, { min: -most, max: most }, forms.bbox);
  });
  const [west, south, east, north] = degrees;
  if (west === undefined || south === undefined || east === undefined || north === undefined || parts.length > 4) {
    throw invalid('in', `has ${parts.length > 4 ? 'more than 4' : parts.length} numbers for a box`, forms.bbox);
  }
  if (south > north) throw invalid('in', `has its south ${south} above its north ${north}`, forms.bbox);
  // 180 and -180 are one meridian; from -180 to 180 it is all the way round.
  if (south === north || west === east || (west === 180 && east === -180)) {
    throw invalid('in', 'is a box of no area', forms.bbox);
  }
  return { kind: 'box', west, south, east, north };
}

function readCountries(body: string): ReadonlySet<string> {
  const codes = body.split(',', 251);
  for (const code of codes) {
    if (!isCountryCode(code)) throw invalid('in', `has the unknown country code ${quoted(code)}`, forms.countryCode);
  }
  return new Set(codes);
}
