/** Every v2 connector type, by id and by name. The guide's table is the expectation. */
import { connectorTypes } from '@pantograph/model/vocabulary';
import { describe, expect, it } from 'vitest';
import { converter } from './index.ts';

const now = new Date('2026-03-10T12:00:00Z');

interface Given {
  readonly type: object | undefined;
  readonly country?: string;
  readonly amps?: number;
  readonly kilowatts?: number;
}

function convertType({ type, country, amps, kilowatts }: Given): { standard: unknown; rules: string[] } {
  const [conversion] = converter({ from: 'v2', to: 'v3', now }).convert({
    poolId: 'p',
    position: { latitude: 1, longitude: 2 },
    address: country === undefined ? undefined : { country },
    connectors: {
      connector: [
        {
          connectorType: type,
          maxPowerLevel: kilowatts,
          chargingPoint: { amps },
          connectorStatuses: { connectorStatus: [{ cpoEvseId: 'E', state: 'AVAILABLE' }] },
        },
      ],
    },
  });
  const place = conversion?.object as { evses: { connectors: { standard: string }[] }[] };
  const rules = (conversion?.findings ?? [])
    .map(({ rule }): string => rule)
    .filter((rule) => rule.startsWith('connector_'));
  return {
    standard: place.evses[0]?.connectors[0]?.standard,
    rules: rules.filter((rule) => rule !== 'connector_id_made'),
  };
}

describe('connector types', () => {
  it('each id in use is its standard, by id and by name', () => {
    const inUse = connectorTypes.filter(({ use, standards }) => use === 'current' && standards.length === 1);
    expect(inUse).toHaveLength(39);
    for (const { id, name, standards } of inUse) {
      expect(convertType({ type: { id: String(id) } })).toEqual({ standard: standards[0], rules: [] });
      expect(convertType({ type: { name } })).toEqual({ standard: standards[0], rules: [] });
    }
  });

  it('36 is told by amperes', () => {
    const type = { id: '36' };
    expect(convertType({ type, amps: 16 })).toEqual({ standard: 'IEC_60309_2_THREE_16', rules: [] });
    expect(convertType({ type, amps: 32 })).toEqual({ standard: 'IEC_60309_2_THREE_32', rules: [] });
    expect(convertType({ type, amps: 63 })).toEqual({ standard: 'IEC_60309_2_THREE_64', rules: [] });
  });

  it('36 without amperes is told by power, else it is ambiguous', () => {
    const type = { id: '36' };
    expect(convertType({ type, kilowatts: 22 })).toEqual({
      standard: 'IEC_60309_2_THREE_32',
      rules: ['connector_36_by_power'],
    });
    expect(convertType({ type })).toEqual({ standard: 'IEC_60309_2_THREE_16', rules: ['connector_36_ambiguous'] });
  });

  it('43 is NACS, and doubtful outside North America', () => {
    const type = { id: '43', name: 'Tesla Connector' };
    expect(convertType({ type, country: 'USA' })).toEqual({ standard: 'SAE_J3400', rules: [] });
    expect(convertType({ type, country: 'DEU' })).toEqual({
      standard: 'SAE_J3400',
      rules: ['connector_43_outside_north_america'],
    });
  });

  it('deprecated ids go by their successor, if there is one', () => {
    expect(convertType({ type: { id: '45' } })).toEqual({
      standard: 'IEC_62196_T2',
      rules: ['connector_by_successor'],
    });
    expect(convertType({ type: { id: '10' } })).toEqual({
      standard: 'DOMESTIC_E',
      rules: ['connector_successor_ambiguous'],
    });
    expect(convertType({ type: { id: '25' } })).toEqual({ standard: 'UNRECOGNIZED', rules: ['connector_retired'] });
  });

  it('older spellings of a name are the same type', () => {
    const type = { id: '31', name: 'IEC 62196-2 type 2 (Mennekes)' };
    expect(convertType({ type })).toEqual({ standard: 'IEC_62196_T2', rules: ['connector_name_respelled'] });
    expect(convertType({ type: { name: type.name } }).standard).toBe('IEC_62196_T2');
  });

  it('the id decides against a name, and a name where the id is none', () => {
    expect(convertType({ type: { id: '31', name: 'JEVS G 105 (CHAdeMO)' } })).toEqual({
      standard: 'IEC_62196_T2',
      rules: ['connector_name_contradicts'],
    });
    expect(convertType({ type: { id: '999', name: 'CHAdeMO' } })).toEqual({
      standard: 'CHADEMO',
      rules: ['connector_id_unknown', 'connector_name_respelled'],
    });
    expect(convertType({ type: { name: 'Schuko of sorts' } })).toEqual({
      standard: 'UNRECOGNIZED',
      rules: ['connector_type_unknown'],
    });
  });
});
