/** Where and what to search: parameters of discovery beside its filter. Contract search, parameters. */
import { CATEGORY_PATTERN } from '@pantograph/model/search';
import type { QueryParameter } from './query-parameter.ts';
import { everywhere, listing, searching } from './query-parameter.ts';

const position = '^[^,]+,[^,]+$';
const listOf = (pattern: string) => ({ type: 'array', items: { type: 'string', pattern }, minItems: 1, maxItems: 100 });
const excluding = ' With `!` in front of a value, places of it are left out.';

/** Pattern of the model without its anchors, so that a sign may stand before it. */
const category = `^!?(?:${CATEGORY_PATTERN.source.replace(/^\^|\$$/g, '')})$`;

export const whereParameters: readonly QueryParameter[] = [
  {
    name: 'q',
    description: 'What to search for: a name, an address, a kind of place; in the languages of `lang`.',
    schema: { type: 'string', minLength: 1 },
    example: 'charging station',
    endpoints: ['discover', 'autosuggest'],
    required: ['discover', 'autosuggest'],
  },
  {
    name: 'id',
    description: 'Id of a place; only what follows the last colon counts.',
    schema: { type: 'string', minLength: 1 },
    example: 'here:pds:place:pan0-6N1cT0qkYx3mWb7hR2sVfg',
    endpoints: ['lookup'],
    required: ['lookup'],
  },
  {
    name: 'at',
    description:
      'Centre of the search, latitude and longitude in degrees. Browse needs it and looks up to 250 km around it where no ' +
      'area is given; discover and autosuggest take either `at` or an area.',
    schema: { type: 'string', pattern: position },
    example: '52.0116,4.3571',
    endpoints: searching,
    required: ['browse'],
  },
  {
    name: 'in',
    description:
      'At most one area, and at most one list of countries: `circle:{lat},{lng};r={metres}`, ' +
      '`bbox:{west},{south},{east},{north}`, `polygon:{lat},{lng};...` (an addition of this server), ' +
      '`countryCode:{ISO 3166-1 alpha-3},...`.',
    form: 'repeated',
    schema: {
      type: 'array',
      items: { type: 'string', pattern: '^(circle|bbox|polygon|countryCode):' },
      minItems: 1,
      maxItems: 2,
    },
    example: ['circle:52.0116,4.3571;r=3000'],
    endpoints: searching,
  },
  {
    name: 'route',
    description:
      'Along a route: a flexible polyline of 2 to 2000 points and the width of the corridor in metres, 1000 where it is ' +
      'not given. A long one goes into the body of a POST instead.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]+(;w=\\d+)?$' },
    example: 'BFoz5xJ67i1B1B7PzIhaxL7Y;w=2000',
    endpoints: searching,
  },
  {
    name: 'ranking',
    description: 'Order by how far a place is off the route; only with `route`.',
    schema: { type: 'string', enum: ['excursionDistance'] },
    example: 'excursionDistance',
    endpoints: searching,
  },
  {
    name: 'categories',
    description: `Kinds of places, by category id or by a branch of them.${excluding}`,
    form: 'commas',
    schema: listOf(category),
    example: ['700-7600-0322'],
    endpoints: ['browse'],
  },
  {
    name: 'chains',
    description: `Operators, by partner id.${excluding}`,
    form: 'commas',
    schema: listOf('^!?[\\w.:-]{1,64}$'),
    example: ['1800ce90-3753-8347-8dab-babe0362bc56'],
    endpoints: ['browse'],
  },
  {
    name: 'foodTypes',
    description: `Kinds of food, of which a charging place has none.${excluding}`,
    form: 'commas',
    schema: listOf('^!?\\d{3}(?:-\\d{3})?$'),
    example: ['!800-057'],
    endpoints: ['browse'],
  },
  {
    name: 'name',
    description: 'Words of the name of a place or of its operator; each may be cut off at its end.',
    schema: { type: 'string', minLength: 1 },
    example: 'volt',
    endpoints: ['browse'],
  },
  {
    name: 'mobilityMode',
    description: 'Places for these vehicles come first; the others are not left out.',
    schema: { type: 'string', enum: ['car', 'motorbike', 'truck'] },
    example: 'truck',
    endpoints: searching,
  },
  {
    name: 'lang',
    description: 'Languages of texts, best first: BCP 47 tags.',
    form: 'commas',
    schema: listOf('^[A-Za-z0-9-]{1,35}$'),
    example: ['nl-NL', 'en'],
    endpoints: everywhere,
  },
  {
    name: 'explain',
    description: 'Id of a place: says why it is in the answer or is not. An addition of this server.',
    schema: { type: 'string', minLength: 1 },
    example: 'here:pds:place:pan0-6N1cT0qkYx3mWb7hR2sVfg',
    endpoints: listing.concat('autosuggest'),
  },
];
