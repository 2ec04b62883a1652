import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Connector } from '../ocpi/index.ts';
import { factsOfSite, presentStation, vendorQuirks } from './index.ts';
import { connector, evse, now, siteWith, type2 } from './testing/sites.ts';

/** Of one group: alike in type and power. */
function groupOf(connectors: readonly Connector[], formsAreAsRecorded = true) {
  const evses = connectors.map((one, index) => evse(`E${String(index)}`, 'AVAILABLE', [one]));
  const facts = factsOfSite(siteWith(evses), now);
  const { connectors: groups } = presentStation(
    { facts, distance: undefined },
    { ...vendorQuirks, formsAreAsRecorded },
  );
  const [group, another] = groups?.connector ?? [];
  expect(another).toBeUndefined();
  return group;
}
const ac1 = (volts: number, amps: number) =>
  connector('1', 'IEC_62196_T1', { power_type: 'AC_1_PHASE', max_voltage: volts, max_amperage: amps });
const dc = (volts: number, amps: number) =>
  connector('1', 'IEC_62196_T2_COMBO', { power_type: 'DC', max_voltage: volts, max_amperage: amps });

describe('voltsRange, volts', () => {
  it.each([
    [[ac1(110, 16)], '100-120V AC', 110],
    [[ac1(230, 16)], '200-240V AC', 230],
    [[ac1(160, 16)], '160V AC', 160],
    [[type2('1')], '380-480V AC', 398],
    [[type2('1', { max_voltage: 400 })], '380-480V AC', 400],
    [[type2('1', { max_voltage: 120 })], '200-240V AC', 208],
    [[dc(600, 200)], '600V DC', 600],
    [[dc(500, 200), dc(920, 200)], '500-920V DC', undefined],
    [[type2('1', { max_voltage: undefined })], undefined, undefined],
    [[type2('1', { power_type: undefined })], undefined, 230],
  ] as const)('case %#: %j', (connectors, range, volts) => {
    const point = groupOf(connectors)?.chargingPoint;
    expect(point?.voltsRange).toBe(range);
    expect(point?.volts).toBe(volts);
  });
});

describe('ampsRange, amps, phases', () => {
  it('span a group, and are one figure where all agree', () => {
    expect(groupOf([dc(500, 125)])?.chargingPoint).toMatchObject({ ampsRange: '125A', amps: 125 });
    const differing = groupOf([dc(500, 80), dc(500, 12)])?.chargingPoint;
    expect(differing?.ampsRange).toBe('12A-80A');
    expect(differing?.amps).toBeUndefined();
    expect(differing?.phases).toBeUndefined();
    expect(groupOf([ac1(230, 16)])?.chargingPoint?.phases).toBe(1);
    expect(groupOf([type2('1', { max_amperage: undefined })])?.chargingPoint?.ampsRange).toBeUndefined();
  });
});

describe('chargeCapacity', () => {
  it('names bands, phases and amperes as recorded, or as documented', () => {
    expect(groupOf([type2('1')])?.chargeCapacity).toBe('380-480VAC, 3-phase at max. 32 A');
    expect(groupOf([type2('1')], false)?.chargeCapacity).toBe('380-480VAC, 3-phase at max 32A');
    expect(groupOf([ac1(110, 16)])?.chargeCapacity).toBe('100-120VAC, 1-phase at max. 16 A');
  });

  it('lists differing ones between semicolons, each once', () => {
    expect(groupOf([ac1(230, 16), ac1(230, 32), ac1(240, 16)])?.chargeCapacity).toBe(
      '200-240VAC, 1-phase at max. 16 A;200-240VAC, 1-phase at max. 32 A',
    );
  });

  it('is Other for AC that has no phrase, and unsaid for DC and for the unknown', () => {
    expect(groupOf([ac1(160, 16)])?.chargeCapacity).toBe('Other');
    expect(groupOf([type2('1', { power_type: 'AC_2_PHASE' })])?.chargeCapacity).toBe('Other');
    expect(groupOf([dc(500, 100)])?.chargeCapacity).toBeUndefined();
    expect(groupOf([type2('1', { max_amperage: undefined })])?.chargeCapacity).toBeUndefined();
  });
});

describe('chargeMode', () => {
  it.each([
    ['IEC_62196_T2', undefined, '3'],
    ['IEC_62196_T2', 'DC', '4'],
    ['CHADEMO', undefined, '4'],
    ['SAE_J3400', 'AC_1_PHASE', '3'],
    ['SAE_J3400', 'DC', '4'],
    ['SAE_J3400', undefined, 'Unspecified'],
    ['DOMESTIC_F', 'AC_1_PHASE', 'Unspecified'],
    ['IEC_60309_2_single_16', 'AC_1_PHASE', 'Unspecified'],
    ['SEAWATER_PLUG', 'AC_1_PHASE', 'Unspecified'],
  ] as const)('%s on %s is %s', (standard, powerType, mode) => {
    expect(groupOf([connector('1', standard, { power_type: powerType })])?.chargingPoint?.chargeMode).toBe(mode);
  });
});

describe('maxPowerLevel', () => {
  it('is kW to the watt, and unsaid where the power is unknown', () => {
    expect(groupOf([type2('1', { max_electric_power: undefined })])?.maxPowerLevel).toBeUndefined();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), (watts) => {
        const level = groupOf([type2('1', { max_electric_power: watts })])?.maxPowerLevel ?? 0;
        expect(Math.round(level * 1000)).toBe(watts);
        expect(JSON.stringify(level)).toMatch(/^\d+(\.\d{1,3})?$/);
      }),
    );
  });
});
