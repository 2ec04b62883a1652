/** What v3 knows of a demo site and OCPI has no field for. */
import type { LocationExtension } from '@pantograph/model/location';
import type { Parking } from '@pantograph/model/ocpi';
import { chance, integer, pick } from './random.ts';
import type { Random } from './random.ts';
import type { DemoSite } from './site.ts';
import { providerEntriesOf } from './tariff.ts';

/** Kilograms and centimetres: the largest road train allowed without a permit. */
const ROAD_TRAIN = { weight: 44_000, height: 400, width: 255, length: 1_875 };

export function extensionOf(site: DemoSite, evseUids: readonly string[], random: Random): LocationExtension {
  const { kind, operator } = site;
  const restrictions = restrictionsOf(site, random);
  const eMobilityServiceProviders = [...providerEntriesOf(operator)];
  const payment = paymentSupportsOf(site, random);
  return {
    supportedVehicles: vehiclesOf(site, random),
    ...(restrictions.length === 0 ? {} : { restrictions }),
    ...(eMobilityServiceProviders.length === 0 ? {} : { eMobilityServiceProviders }),
    ...(kind === 'street' || chance(random, 0.5) ? {} : { accessPoints: [gateOf(site, random)] }),
    ...(kind === 'truck' ? truckFeatures(random) : {}),
    ...(kind === 'motorway' && chance(random, 0.4) ? { isPullThrough: true } : {}),
    ...(kind === 'carPark' ? { vehicleLimitations: { height: pick(random, [195, 200, 210, 220]) } } : {}),
    ...(kind === 'motorway' || kind === 'fast' ? { facilityTypes: ['toilets', 'fastFood'] } : {}),
    ...(payment.length === 0
      ? {}
      : { evses: Object.fromEntries(evseUids.map((uid) => [uid, { paymentSupports: payment }])) }),
  };
}

/** The bays of sites that are made for more than a car; one description for all of them. */
export function parkingOf({ kind }: DemoSite, random: Random): Parking | undefined {
  if (kind === 'truck') {
    return {
      id: 'bay',
      vehicle_types: ['SEMI_TRACTOR', 'RIGID', 'TRUCK_WITH_TRAILER'],
      max_vehicle_weight: ROAD_TRAIN.weight,
      max_vehicle_height: ROAD_TRAIN.height,
      max_vehicle_length: ROAD_TRAIN.length,
      dangerous_goods_allowed: chance(random, 0.2),
      drive_through: true,
      restricted_to_type: true,
      reservation_required: chance(random, 0.25),
      lighting: true,
    };
  }
  if (kind !== 'motorway' || chance(random, 0.6)) return undefined;
  return {
    id: 'bay',
    vehicle_types: ['PERSONAL_VEHICLE', 'PERSONAL_VEHICLE_WITH_TRAILER', 'VAN'],
    max_vehicle_length: 1_200,
    direction: 'ANGLE',
    drive_through: chance(random, 0.5),
    restricted_to_type: false,
    reservation_required: false,
    roofed: chance(random, 0.4),
    lighting: true,
  };
}

function vehiclesOf({ kind }: DemoSite, random: Random): string[] {
  if (kind === 'twoWheeler') return ['twoWheeler'];
  if (kind === 'truck') return chance(random, 0.3) ? ['car', 'truck'] : ['truck'];
  return ['car'];
}

/** Alternatives: who fits one of them may charge. */
function restrictionsOf({ kind }: DemoSite, random: Random): string[] {
  if ((kind === 'hotel' && chance(random, 0.4)) || (kind === 'retail' && chance(random, 0.15))) {
    return ['customersOnly'];
  }
  if (kind === 'workplace' && chance(random, 0.3)) return ['other'];
  return kind === 'street' && chance(random, 0.01) ? [pick(random, ['taxisOnly', 'carSharingOnly'])] : [];
}

function truckFeatures(random: Random): LocationExtension {
  const guarded = chance(random, 0.4);
  return {
    isPullThrough: true,
    vehicleLimitations: { ...ROAD_TRAIN, permittedTrailers: 1 },
    truckRestrictions: {
      truckAccess: ['light', 'medium', 'heavy'],
      hazardousGoodsRestricted: chance(random, 0.7),
      noClearanceHeight: chance(random, 0.5),
      trailerParking: true,
      overnightParking: chance(random, 0.7),
      amenities: [
        'truckParking',
        'toilet',
        'shower',
        'eateryRestaurant',
        ...(guarded ? ['secureTruckParking', 'cameraSurveillance', 'floodLighting'] : []),
      ],
    },
  };
}

/** Beyond what OCPI capabilities can say. */
function paymentSupportsOf({ operator, kind }: DemoSite, random: Random): string[] {
  if (kind === 'twoWheeler' || chance(random, 0.7)) return [];
  return operator.bankCards === true
    ? ['operatorApp', 'onlineApplePay', 'onlineGooglePay']
    : ['terminalQrCode', 'operatorApp'];
}

/** Where one turns off the road: some 30 metres away. */
function gateOf({ position }: DemoSite, random: Random): { lat: number; lng: number } {
  const metres = () => (integer(random, 15, 35) * (chance(random, 0.5) ? 1 : -1)) / 111_195;
  const lat = position.lat + metres();
  const lng = position.lng + metres() / Math.cos((position.lat * Math.PI) / 180);
  return { lat: Number(lat.toFixed(6)), lng: Number(lng.toFixed(6)) };
}
