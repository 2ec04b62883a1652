/** Connectors of one location grouped by kind and power: what v3, v2 and Search all count. */
import type { Connector, Evse } from '../ocpi/index.ts';
import type { Status } from '../vocabulary/index.ts';
import { isLive } from '../vocabulary/index.ts';

/** One EVSE's share in a group: its identical connectors count once, since only one of them can charge at a time. */
export interface GroupMember {
  readonly evse: Evse;
  readonly connectors: readonly Connector[];
}

export interface ConnectorGroup<Kind> {
  readonly kind: Kind;
  /** Watts; `undefined` where no power is known. v3 leaves such groups out. */
  readonly maxPower: number | undefined;
  /** One per EVSE, in the location's order. */
  readonly members: readonly GroupMember[];
}

/**
 * Groups in order of first appearance. REMOVED EVSEs are never counted.
 * @param kindOf what makes connectors alike beside their power: v3 takes the standard, v2 the numeric id.
 */
export function connectorGroups<Kind>(
  evses: readonly Evse[],
  kindOf: (connector: Connector) => Kind,
): readonly ConnectorGroup<Kind>[] {
  const groups = new Map<string, { kind: Kind; maxPower: number | undefined; members: GroupMember[] }>();
  for (const evse of evses) {
    if (evse.status === 'REMOVED') continue;
    const here = new Map<string, Connector[]>();
    for (const connector of evse.connectors) {
      const kind = kindOf(connector);
      const maxPower = connector.max_electric_power;
      const key = `${String(kind)} ${String(maxPower)}`;
      if (!groups.has(key)) groups.set(key, { kind, maxPower, members: [] });
      const alike = here.get(key);
      if (alike === undefined) here.set(key, [connector]);
      else alike.push(connector);
    }
    for (const [key, connectors] of here) groups.get(key)?.members.push({ evse, connectors });
  }
  return [...groups.values()];
}

/** How many members' EVSEs have one of the statuses; `undefined` where none of the group has live data: unknown is not zero. */
export function countByStatus(group: ConnectorGroup<unknown>, ...wanted: readonly Status[]): number | undefined {
  if (!group.members.some((member) => isLive(member.evse.status))) return undefined;
  return group.members.filter((member) => wanted.includes(member.evse.status)).length;
}
