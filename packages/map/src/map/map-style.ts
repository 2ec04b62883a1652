/** The map's look: land, borders and towns from files of this server, and the charging places above them. */
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { powerBands, statusColours, unknownPowerColour } from '../places/power-bands.ts';

export type Shade = 'light' | 'dark';

const shades = {
  light: {
    water: '#cfe0e6',
    land: '#f6f4ee',
    border: '#b9b3a5',
    coast: '#a9c3cc',
    town: '#5b6467',
    halo: '#f6f4ee',
    rim: '#ffffff',
  },
  dark: {
    water: '#0d1a20',
    land: '#18242a',
    border: '#3d4c53',
    coast: '#2b3b43',
    town: '#93a4aa',
    halo: '#18242a',
    rim: '#10181c',
  },
} as const;

const FONTS = ['system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif'];

/** Without the places: what a style from elsewhere takes the place of. */
export function baseStyle(shade: Shade): StyleSpecification {
  const colours = shades[shade];
  const empty: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: empty, attribution: 'Natural Earth', tolerance: 0.2 },
      borders: { type: 'geojson', data: empty, tolerance: 0.2 },
      towns: { type: 'geojson', data: empty, attribution: 'GeoNames (CC BY 4.0)' },
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': colours.water } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colours.land } },
      { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': colours.coast, 'line-width': 0.8 } },
      {
        id: 'borders',
        type: 'line',
        source: 'borders',
        paint: {
          'line-color': colours.border,
          'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.5, 8, 1.6],
          'line-dasharray': [3, 1.5],
        },
      },
      ...([0, 1, 2, 3] as const).map((rank): LayerSpecification => townLayer(rank, shade)),
    ],
  };
}

/** Larger towns from smaller zooms on, and in front where names collide. */
const townRanks = [
  { from: 2.5, least: 1_000_000, size: 13 },
  { from: 5, least: 200_000, size: 12 },
  { from: 6.8, least: 60_000, size: 11.5 },
  { from: 8.4, least: 0, size: 11 },
] as const;

function townLayer(rank: 0 | 1 | 2 | 3, shade: Shade): LayerSpecification {
  const { from, least, size } = townRanks[rank];
  const most = rank === 0 ? Infinity : townRanks[(rank - 1) as 0 | 1 | 2].least;
  const { town, halo } = shades[shade];
  const population = ['get', 'population'] as const;
  return {
    id: `towns ${String(rank)}`,
    type: 'symbol',
    source: 'towns',
    minzoom: from,
    filter: ['all', ['>=', [...population], least], ['<', [...population], Math.min(most, 1e9)]],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONTS,
      'text-size': ['interpolate', ['linear'], ['zoom'], from, size, from + 6, size + 5],
      'symbol-sort-key': ['-', 0, ['get', 'population']],
      // Places of a town stand in its middle: its name goes where there is room.
      'text-variable-anchor': ['bottom', 'top', 'right', 'left'],
      'text-radial-offset': 0.9,
      'text-justify': 'auto',
      'text-padding': 6,
      'text-max-width': 8,
    },
    paint: { 'text-color': town, 'text-halo-color': halo, 'text-halo-width': 1.4 },
  };
}

export const PLACES = 'places';
export const ROUTE = 'route';

const kilowatts: ExpressionSpecification = ['/', ['coalesce', ['get', 'power'], 0], 1000];

const powerColour: ExpressionSpecification = [
  'case',
  ['has', 'power'],
  [
    'step',
    ['/', ['get', 'power'], 1000],
    powerBands[0].colour,
    ...powerBands.slice(1).flatMap(({ least, colour }) => [least, colour]),
  ],
  unknownPowerColour,
] as unknown as ExpressionSpecification;

const statusColour: ExpressionSpecification = [
  'case',
  ['!', ['has', 'available']],
  statusColours.unknown,
  ['>', ['get', 'available'], 0],
  statusColours.free,
  statusColours.taken,
];

const clusterRadius: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['log10', ['coalesce', ['get', 'count'], 1]],
  0.3,
  13,
  2,
  19,
  4,
  29,
];

/** Where the mark of availability sits: on the rim, to the upper right. */
const MARK_OFFSET = 0.72;

/** Colour tells power; the small mark on the rim tells availability: green, red, or grey where nobody says. */
export function placeLayers(shade: Shade): readonly LayerSpecification[] {
  const { rim } = shades[shade];
  const isCluster = ['has', 'count'] as ['has', string];
  const isPlace = ['!', isCluster] as ['!', ['has', string]];
  const source = { source: PLACES, 'source-layer': 'places' } as const;
  return [
    {
      id: 'route case',
      type: 'line',
      source: ROUTE,
      paint: { 'line-color': rim, 'line-width': 7, 'line-opacity': 0.9 },
      layout: { 'line-cap': 'round', 'line-join': 'round' },
    },
    {
      id: 'route',
      type: 'line',
      source: ROUTE,
      paint: { 'line-color': '#0e6b5c', 'line-width': 4 },
      layout: { 'line-cap': 'round', 'line-join': 'round' },
    },
    {
      id: 'chosen',
      type: 'circle',
      ...source,
      filter: ['==', ['get', 'id'], ''],
      paint: {
        'circle-radius': 17,
        'circle-color': '#0e6b5c',
        'circle-opacity': 0.25,
        'circle-stroke-width': 2.5,
        'circle-stroke-color': '#0e6b5c',
      },
    },
    {
      id: 'clusters',
      type: 'circle',
      ...source,
      filter: isCluster,
      paint: {
        'circle-color': powerColour,
        'circle-opacity': 0.88,
        'circle-radius': clusterRadius,
        'circle-stroke-width': 2,
        'circle-stroke-color': rim,
      },
    },
    {
      id: 'cluster counts',
      type: 'symbol',
      ...source,
      filter: isCluster,
      layout: {
        'text-field': [
          'case',
          ['>=', ['get', 'count'], 10_000],
          ['concat', ['to-string', ['round', ['/', ['get', 'count'], 1000]]], 'k'],
          ['>=', ['get', 'count'], 1000],
          ['concat', ['to-string', ['/', ['round', ['/', ['get', 'count'], 100]], 10]], 'k'],
          ['to-string', ['get', 'count']],
        ],
        'text-font': FONTS,
        'text-size': 12,
        'text-allow-overlap': true,
        // Keeps names of towns off the whole circle.
        'text-padding': 9,
      },
      paint: { 'text-color': '#ffffff' },
    },
    {
      id: 'places',
      type: 'circle',
      ...source,
      filter: isPlace,
      paint: {
        'circle-color': powerColour,
        'circle-radius': ['interpolate', ['linear'], kilowatts, 0, 6.5, 350, 10],
        'circle-stroke-width': 2,
        'circle-stroke-color': rim,
      },
      // The strongest stand in front.
      layout: { 'circle-sort-key': kilowatts },
    },
    {
      id: 'place marks',
      type: 'circle',
      ...source,
      filter: isPlace,
      paint: {
        'circle-color': statusColour,
        'circle-radius': 4,
        'circle-stroke-width': 1.6,
        'circle-stroke-color': rim,
        'circle-translate': [8 * MARK_OFFSET, -8 * MARK_OFFSET],
      },
    },
  ];
}
