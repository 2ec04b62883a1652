import { describe, expect, it } from 'vitest';
import {
  ConnectorStatusesResponse,
  ConnectorTypesResponse,
  PowerFeedTypesResponse,
  RoamingsResponse,
  presentConnectorStatusList,
  presentConnectorTypes,
  presentPowerFeedTypes,
  presentRoamings,
} from './index.ts';

describe('contract v2, lists', () => {
  it('connectortypes: id and name of every type that can be asked for', () => {
    const { connectorType } = ConnectorTypesResponse.parse(presentConnectorTypes());
    expect(connectorType).toHaveLength(40);
    expect(connectorType[0]).toEqual({ id: '5', name: 'Domestic plug/socket type B (NEMA 5-15)' });
    expect(connectorType).toContainEqual({ id: '36', name: 'IEC 60309 : industrial 3P + E + N (AC)' });
    expect(connectorType.map(({ id }) => id)).not.toContain('16');
    expect(connectorType.map(({ id }) => id)).not.toContain('1');
  });

  it('connectorstatuses: 0 Unspecified to 9 Other', () => {
    const { connectorStatus } = ConnectorStatusesResponse.parse(presentConnectorStatusList());
    expect(connectorStatus.map(({ id, name }) => `${id} ${name}`)).toEqual([
      '0 Unspecified',
      '1 Planned',
      '2 Available',
      '3 Charging',
      '4 Faulted',
      '5 Unavailable',
      '6 Maintained',
      '7 Offline',
      '8 Reserved',
      '9 Other',
    ]);
  });

  it('powerfeedtypes: empty, its numbers were never published', () => {
    expect(PowerFeedTypesResponse.parse(presentPowerFeedTypes())).toEqual({ powerFeedType: [] });
  });

  it('roamings: emsp, partner_id, ema_id, country', () => {
    const providers = [
      { name: 'CardOne', partnerId: 'p1', eMobilityIds: ['DE-CC1', 'NL-CC1'], countries: ['DEU', 'NLD'] },
      { name: 'CardTwo', partnerId: 'p2', countries: ['FRA'] },
    ];
    expect(RoamingsResponse.parse(presentRoamings(providers))).toEqual({
      roaming: [
        { emsp: 'CardOne', partner_id: 'p1', ema_id: ['DE-CC1', 'NL-CC1'], country: ['DEU', 'NLD'] },
        { emsp: 'CardTwo', partner_id: 'p2', country: ['FRA'] },
      ],
    });
  });
});
