/** Contract v3, ConnectorGroup: alike in standard and highest power. Connectors of unknown power are in no group. */
import { connectorGroups, countByStatus } from '../../location/index.ts';
import type { Evse } from '../../ocpi/index.ts';
import { v3StandardOf } from '../../vocabulary/index.ts';
import type { ConnectorGroup } from '../wire/index.ts';
import { known, unlessEmpty } from './known.ts';
import type { TariffList } from './tariff-list.ts';

export interface GroupOptions {
  /** v3 spelling; groups of other standards are left out. */
  readonly connectorTypes?: ReadonlySet<string> | undefined;
  /** Says which connectors are meant; only of use beside the EVSEs themselves. */
  readonly withReferences?: boolean;
  readonly tariffs?: TariffList | undefined;
}

export function presentConnectorGroups(evses: readonly Evse[], options: GroupOptions = {}): ConnectorGroup[] {
  const { connectorTypes, withReferences, tariffs } = options;
  return connectorGroups(evses, (connector) => v3StandardOf(connector.standard)).flatMap((group) => {
    const { kind: standard, maxPower, members } = group;
    if (maxPower === undefined || connectorTypes?.has(standard) === false) return [];
    const tariffIds = members.flatMap(({ connectors }) => connectors.flatMap((one) => one.tariff_ids ?? []));
    return known({
      standard,
      maxPower,
      connectorCount: members.length,
      availableConnectorCount: countByStatus(group, 'AVAILABLE'),
      connectors: withReferences
        ? members.map(({ evse, connectors }) => ({
            evseUid: evse.uid,
            connectorIds: [...new Set(connectors.map(({ id }) => id))],
          }))
        : undefined,
      tariffIndexes: tariffs && unlessEmpty(tariffs.indexesOf(tariffIds)),
    });
  });
}
