/** What sorts of charging sites there are, how common each is and what stands there. */
import type { Random } from './random.ts';
import { weighted } from './random.ts';
import type { StationModel } from './station-model.ts';

export const siteKinds = [
  'street',
  'carPark',
  'retail',
  'hotel',
  'workplace',
  'fast',
  'motorway',
  'truck',
  'twoWheeler',
] as const;
export type SiteKind = (typeof siteKinds)[number];

export interface SiteShape {
  readonly evses: (random: Random) => number;
  readonly model: (random: Random) => StationModel;
  readonly parkingType: (random: Random) => string;
  readonly facilities: (random: Random) => readonly string[];
}

/** A random site's kind; mostly kerbs and car parks, as on the road. */
export const kindOfSite: (random: Random) => SiteKind = weighted([
  [47, 'street'],
  [14, 'carPark'],
  [12, 'retail'],
  [8, 'hotel'],
  [7, 'workplace'],
  [6, 'fast'],
  [3, 'motorway'],
  [1, 'truck'],
  [2, 'twoWheeler'],
]);

const onStreet = weighted([[1, 'ON_STREET']]);
const lot = weighted([[1, 'PARKING_LOT']]);

export const siteShapes: Readonly<Record<SiteKind, SiteShape>> = {
  street: {
    evses: weighted([
      [18, 1],
      [72, 2],
      [7, 4],
      [3, 6],
    ]),
    model: weighted([
      [60, 'ac11'],
      [35, 'ac22'],
      [5, 'ac7'],
    ]),
    parkingType: onStreet,
    facilities: weighted<readonly string[]>([
      [80, []],
      [12, ['BUS_STOP']],
      [5, ['TRAM_STOP', 'BIKE_SHARING']],
      [3, ['METRO_STATION']],
    ]),
  },
  carPark: {
    evses: weighted([
      [50, 2],
      [30, 4],
      [15, 6],
      [5, 12],
    ]),
    model: weighted([
      [55, 'ac11'],
      [35, 'ac22'],
      [5, 'dc50'],
      [5, 'ac22cable'],
    ]),
    parkingType: weighted([
      [45, 'PARKING_GARAGE'],
      [30, 'UNDERGROUND_GARAGE'],
      [25, 'PARKING_LOT'],
    ]),
    facilities: weighted<readonly string[]>([
      [50, ['PARKING_LOT']],
      [25, ['TRAIN_STATION', 'PARKING_LOT']],
      [15, ['MUSEUM', 'CAFE']],
      [10, ['AIRPORT', 'PARKING_LOT', 'WIFI']],
    ]),
  },
  retail: {
    evses: weighted([
      [65, 2],
      [25, 4],
      [10, 6],
    ]),
    model: weighted([
      [30, 'ac22'],
      [25, 'dc50'],
      [30, 'dc150'],
      [15, 'hpc300'],
    ]),
    parkingType: lot,
    facilities: weighted<readonly string[]>([
      [60, ['SUPERMARKET']],
      [25, ['SUPERMARKET', 'CAFE']],
      [15, ['MALL', 'RESTAURANT', 'WIFI']],
    ]),
  },
  hotel: {
    evses: weighted([
      [30, 1],
      [55, 2],
      [15, 4],
    ]),
    model: weighted([
      [60, 'ac11'],
      [25, 'ac22'],
      [15, 'acWithSocket'],
    ]),
    parkingType: weighted([
      [70, 'PARKING_LOT'],
      [30, 'UNDERGROUND_GARAGE'],
    ]),
    facilities: weighted<readonly string[]>([
      [60, ['HOTEL', 'RESTAURANT', 'WIFI']],
      [25, ['HOTEL', 'WIFI']],
      [15, ['RESTAURANT']],
    ]),
  },
  workplace: {
    evses: weighted([
      [55, 2],
      [30, 4],
      [15, 8],
    ]),
    model: weighted([
      [75, 'ac11'],
      [25, 'ac22'],
    ]),
    parkingType: weighted([
      [75, 'PARKING_LOT'],
      [25, 'ON_DRIVEWAY'],
    ]),
    facilities: weighted<readonly string[]>([
      [70, []],
      [20, ['SPORT']],
      [10, ['RECREATION_AREA', 'NATURE']],
    ]),
  },
  fast: {
    evses: weighted([
      [60, 2],
      [30, 4],
      [10, 6],
    ]),
    model: weighted([
      [20, 'dc50'],
      [40, 'dc150'],
      [40, 'hpc300'],
    ]),
    parkingType: lot,
    facilities: weighted<readonly string[]>([
      [45, ['FUEL_STATION', 'CAFE']],
      [35, ['RESTAURANT']],
      [20, ['CARPOOL_PARKING']],
    ]),
  },
  motorway: {
    evses: weighted([
      [35, 4],
      [35, 8],
      [20, 12],
      [10, 16],
    ]),
    model: weighted([
      [25, 'dc150'],
      [45, 'hpc300'],
      [30, 'hpc400'],
    ]),
    parkingType: weighted([[1, 'ALONG_MOTORWAY']]),
    facilities: weighted<readonly string[]>([
      [50, ['RESTAURANT', 'FUEL_STATION', 'WIFI']],
      [30, ['CAFE', 'FUEL_STATION']],
      [20, ['RESTAURANT', 'HOTEL', 'FUEL_STATION', 'WIFI']],
    ]),
  },
  truck: {
    evses: weighted([
      [40, 2],
      [40, 4],
      [20, 6],
    ]),
    model: weighted([
      [65, 'hpc400'],
      [35, 'mcs'],
    ]),
    parkingType: weighted([
      [70, 'ALONG_MOTORWAY'],
      [30, 'PARKING_LOT'],
    ]),
    facilities: weighted<readonly string[]>([
      [60, ['RESTAURANT', 'FUEL_STATION']],
      [40, ['CAFE', 'WIFI']],
    ]),
  },
  twoWheeler: {
    evses: weighted([
      [50, 2],
      [50, 4],
    ]),
    model: weighted([
      [70, 'household'],
      [30, 'scooter'],
    ]),
    parkingType: onStreet,
    facilities: weighted<readonly string[]>([
      [50, ['BIKE_SHARING']],
      [30, ['RECREATION_AREA']],
      [20, ['TRAIN_STATION', 'BIKE_SHARING']],
    ]),
  },
};
