import type { EvStation } from '@pantograph/model/v2';
import { describe, expect, it } from 'vitest';
import { converter } from '../index.ts';

const now = new Date('2026-03-10T12:00:00Z');
const place = {
  id: 'here:evcp:charginglocation:a',
  location: { lat: 52.4, lng: 4.9 },
  connectorGroups: [
    { standard: 'IEC_62196_T2_COMBO', maxPower: 150_000, connectorCount: 3, availableConnectorCount: 2 },
  ],
};

describe('v3 groups without EVSEs', () => {
  it('are v2 groups with the same counts, and the EVSEs are said to be made up', () => {
    const [conversion] = converter({ from: 'v3', to: 'v2', now }).convert(place);
    const [group] = (conversion?.object as EvStation).connectors?.connector ?? [];
    expect(group).toMatchObject({ connectorType: { id: '34' }, maxPowerLevel: 150 });
    expect(group?.chargingPoint).toMatchObject({ numberOfConnectors: 3, numberOfAvailable: 2 });
    expect(conversion?.findings.filter(({ rule }) => rule === 'evse_made')).toHaveLength(4);
  });

  it('stay as they are within v3', () => {
    const [conversion] = converter({ from: 'v3', to: 'v3-here', now }).convert(place);
    expect(conversion?.object).toEqual(place);
    expect(conversion?.findings).toEqual([]);
  });
});
