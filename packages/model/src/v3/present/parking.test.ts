/** Contract v3: EvseParking, TruckRestrictions, VehicleLimitations, and what locations make of them. */
import { describe, expect, it } from 'vitest';
import type { Evse, Parking } from '../../ocpi/index.ts';
import type { LocationExtension } from '../../location/index.ts';
import { presentV3 } from '../index.ts';
import { NOW, evse, site } from '../testing/site.ts';
import { presentRestrictions, presentSupportedVehicles } from './restrictions.ts';
import { presentPullThrough, presentTruckRestrictions, presentVehicleLimitations } from './truck.ts';

const bay = (id: string, given: Partial<Parking> = {}): Parking => ({
  id,
  vehicle_types: ['PERSONAL_VEHICLE'],
  ...given,
});

function parkingOf(bays: Parking[], given: Partial<Evse> = {}, enums: 'ocpi' | 'here' = 'here', extension = {}) {
  const links = bays.map(({ id }) => ({ parking_id: id.toUpperCase() }));
  const place = site({ parking_places: bays, evses: [evse('E1', { parking: links, ...given })], extension });
  const fields = new Set(['evses', 'truckRestrictions'] as const);
  return presentV3(place, { enums, now: NOW, fields }).evses?.[0]?.parking;
}

const placeOf = (bays: Parking[], extension: LocationExtension = {}) => site({ parking_places: bays, extension });

describe('EvseParking', () => {
  it('conditions: from parking restrictions, and from bays for disabled people alone', () => {
    const restricted = { parking_restrictions: ['EV_ONLY', 'CUSTOMERS', 'TAXIS'] };
    expect(parkingOf([], restricted)?.conditions).toEqual(['customers', 'taxis']);
    expect(parkingOf([], restricted, 'ocpi')?.conditions).toEqual(['EV_ONLY', 'CUSTOMERS', 'TAXIS']);
    expect(parkingOf([bay('b1', { vehicle_types: ['DISABLED'] })])).toEqual({ conditions: ['disabled'] });
    expect(parkingOf([bay('b1', { vehicle_types: ['DISABLED', 'VAN'] })])).toEqual({ vehicleTypes: ['van'] });
  });

  it('vehicleTypes: the heavy ones in the published document, all in OCPI’s words', () => {
    const bays = [bay('b1', { vehicle_types: ['RIGID', 'BUS'] }), bay('b2', { vehicle_types: ['RIGID', 'VAN'] })];
    expect(parkingOf(bays)?.vehicleTypes).toEqual(['rigid', 'van']);
    expect(parkingOf(bays, {}, 'ocpi')?.vehicleTypes).toEqual(['RIGID', 'BUS', 'VAN']);
  });

  it('vehicleLimitations: what fits every bay', () => {
    const bays = [
      bay('b1', { max_vehicle_height: 420, max_vehicle_weight: 40_000 }),
      bay('b2', { max_vehicle_height: 300, max_vehicle_width: 250, max_vehicle_length: 0 }),
    ];
    expect(parkingOf(bays)?.vehicleLimitations).toEqual({ height: 300, weight: 40_000, width: 250, length: 0 });
  });

  it('evsePosition and parkingDirection: where all bays agree; driving through wins over the angle', () => {
    const linked = (...positions: string[]) => ({
      parking: positions.map((evse_position, index) => ({ parking_id: `b${String(index + 1)}`, evse_position })),
    });
    const bays = [bay('b1', { direction: 'ANGLE' }), bay('b2', { direction: 'ANGLE' })];
    expect(parkingOf(bays, linked('LEFT', 'LEFT'))).toEqual({ evsePosition: 'left', parkingDirection: 'angle' });
    expect(parkingOf(bays, linked('LEFT', 'RIGHT'))).toEqual({ parkingDirection: 'angle' });
    expect(parkingOf(bays, linked('LEFT', 'LEFT'), 'ocpi')).toMatchObject({
      evsePosition: 'LEFT',
      parkingDirection: 'ANGLE',
    });
    const through = [bay('b1', { direction: 'PARALLEL', drive_through: true })];
    expect(parkingOf(through)).toEqual({ parkingDirection: 'pullThrough' });
    expect(parkingOf(through, {}, 'ocpi')?.parkingDirection).toBe('pullThrough');
    expect(parkingOf([bay('b1', { direction: 'UPSIDE_DOWN' })], {}, 'ocpi')).not.toHaveProperty('parkingDirection');
  });

  it('reservationRequired: one bay that is free to use is enough to do without', () => {
    const needs = (...required: (boolean | undefined)[]) =>
      parkingOf(
        required.map((one, index) => bay(`b${String(index)}`, one === undefined ? {} : { reservation_required: one })),
      )?.reservationRequired;
    expect(needs(true)).toBe(true);
    expect(needs(true, false)).toBe(false);
    expect(needs(true, undefined)).toBeUndefined();
    expect(needs(undefined)).toBeUndefined();
  });

  it('noClearanceHeight: of the extension', () => {
    expect(parkingOf([], {}, 'here', { evses: { E1: { noClearanceHeight: true } } })).toEqual({
      noClearanceHeight: true,
    });
  });
});

describe('of the location', () => {
  const reservation = (...evses: Evse[]) => {
    const places = [bay('yes', { reservation_required: true }), bay('no', { reservation_required: false })];
    const fields = new Set(['locationInfo'] as const);
    return presentV3(site({ parking_places: places, evses }), { enums: 'here', now: NOW, fields }).reservationRequired;
  };
  const at = (uid: string, parking_id: string, status: Evse['status'] = 'AVAILABLE') =>
    evse(uid, { status, parking: [{ parking_id }] });

  it('reservationRequired: true where some EVSE needs one, false where all are known to need none', () => {
    expect(reservation(at('1', 'yes'), at('2', 'no'))).toBe(true);
    expect(reservation(at('1', 'no'), at('2', 'no'))).toBe(false);
    expect(reservation(at('1', 'no'), evse('2'))).toBeUndefined();
    expect(reservation(at('1', 'no'), at('2', 'yes', 'REMOVED'))).toBe(false);
  });

  it('isPullThrough: the extension, else true where one bay is, false where none is, else unknown', () => {
    expect(presentPullThrough(placeOf([bay('1', { drive_through: true })], { isPullThrough: false }))).toBe(false);
    expect(presentPullThrough(placeOf([bay('1', { drive_through: true }), bay('2')]))).toBe(true);
    expect(presentPullThrough(placeOf([bay('1', { drive_through: false })]))).toBe(false);
    expect(presentPullThrough(placeOf([bay('1', { drive_through: false }), bay('2')]))).toBeUndefined();
    expect(presentPullThrough(placeOf([]))).toBeUndefined();
  });

  it('vehicleLimitations: the extension, else what all bays share', () => {
    const bays = [
      bay('1', { max_vehicle_height: 300, max_vehicle_length: 1800 }),
      bay('2', { max_vehicle_height: 420, max_vehicle_length: 1800 }),
    ];
    expect(presentVehicleLimitations(placeOf(bays, { vehicleLimitations: { permittedTrailers: 0 } }))).toEqual({
      permittedTrailers: 0,
    });
    expect(presentVehicleLimitations(placeOf(bays))).toEqual({ length: 1800 });
    expect(presentVehicleLimitations(placeOf([]))).toBeUndefined();
  });

  it('truckRestrictions: the extension; hazardous goods also from the truck bays; absent is unknown', () => {
    const truckBay = (id: string, allowed?: boolean) =>
      bay(id, { vehicle_types: ['RIGID'], ...(allowed !== undefined && { dangerous_goods_allowed: allowed }) });
    expect(presentTruckRestrictions(placeOf([]))).toBeUndefined();
    expect(
      presentTruckRestrictions(placeOf([truckBay('1', false), bay('2', { dangerous_goods_allowed: true })])),
    ).toEqual({
      hazardousGoodsRestricted: true,
    });
    expect(presentTruckRestrictions(placeOf([truckBay('1', true), truckBay('2', false)]))).toBeUndefined();
    expect(
      presentTruckRestrictions(
        placeOf([truckBay('1', true)], {
          truckRestrictions: {
            truckAccess: ['heavy', 'light', 'hovercraft'],
            hazardousGoodsRestricted: true,
            trailerParking: false,
            overnightParking: true,
            noClearanceHeight: true,
            amenities: ['shower', 'shower', 'atm'],
          },
        }),
      ),
    ).toEqual({
      truckAccess: ['light', 'heavy'],
      hazardousGoodsRestricted: true,
      trailerParking: false,
      overnightParking: true,
      noClearanceHeight: true,
      amenities: ['shower', 'atm'],
    });
  });

  it('supportedVehicles: the extension, else the bays, else cars', () => {
    expect(presentSupportedVehicles(placeOf([], { supportedVehicles: ['truck', 'truck', 'hovercraft'] }))).toEqual([
      'truck',
      'hovercraft',
    ]);
    expect(presentSupportedVehicles(placeOf([bay('1', { vehicle_types: ['MOTORCYCLE', 'RIGID'] })]))).toEqual([
      'twoWheeler',
      'truck',
    ]);
    expect(presentSupportedVehicles(placeOf([]))).toEqual(['car']);
  });

  it('restrictions: the extension, else of places where every EVSE keeps people out', () => {
    const limited = (...restrictions: string[][]) =>
      site({ evses: restrictions.map((parking_restrictions, index) => evse(String(index), { parking_restrictions })) });
    expect(presentRestrictions(site({ extension: { restrictions: ['brandOnly'] } }))).toEqual(['brandOnly']);
    expect(presentRestrictions(limited(['CUSTOMERS'], ['TAXIS', 'EV_ONLY']))).toEqual(['customersOnly', 'taxisOnly']);
    expect(presentRestrictions(limited(['CUSTOMERS'], []))).toBeUndefined();
    expect(presentRestrictions(limited(['EV_ONLY'], ['DISABLED']))).toBeUndefined();
    expect(presentRestrictions(site({ evses: [] }))).toBeUndefined();
  });
});
