/**
 * What OCPI requires of a connector and nobody told us is filled in for the wire, and is no fact. Peers are told which
 * fields these are, and whoever sent us the connector gets it back without them.
 */
import type { ConversionNotice } from '@pantograph/model/notice';
import type { Location } from '@pantograph/model/ocpi';

export interface WireConnector {
  readonly id: string;
}

interface WireEvse {
  readonly uid: string;
  readonly connectors: readonly WireConnector[];
}

/** Names in 2.1.1 of what is filled. */
const olderNames: Readonly<Record<string, string>> = { max_voltage: 'voltage', max_amperage: 'amperage' };

/** By EVSE uid and connector id. */
export type FilledFields = ReadonlyMap<string, readonly string[]>;

/** @param notices of the location's conversion; their paths lead into it */
export function filledFields({ evses }: Location, notices: readonly ConversionNotice[]): FilledFields {
  const filled = new Map<string, string[]>();
  for (const { code, path } of notices) {
    if (code !== 'default_filled') continue;
    const [, list, evseAt, , connectorAt, field] = path.split('/');
    const evse = list === 'evses' ? evses[Number(evseAt)] : undefined;
    const connector = evse?.connectors[Number(connectorAt)];
    if (evse === undefined || connector === undefined || field === undefined) continue;
    const place = placeOf(evse.uid, connector.id);
    filled.set(place, [...(filled.get(place) ?? []), field]);
  }
  return filled;
}

/** OCPI obliges receivers to tolerate fields of others' making. */
export function marked(evses: readonly WireEvse[], filled: FilledFields): readonly WireEvse[] {
  return changed(evses, filled, (connector, fields) => ({ ...connector, pantograph: { filled: fields } }));
}

export function unfilled(evses: readonly WireEvse[], filled: FilledFields): readonly WireEvse[] {
  return changed(evses, filled, (connector, fields) => {
    const left = new Set(fields.flatMap((field) => [field, olderNames[field] ?? field]));
    const kept = Object.entries(connector).filter(([name]) => !left.has(name));
    return { ...Object.fromEntries(kept), id: connector.id };
  });
}

function changed(
  evses: readonly WireEvse[],
  filled: FilledFields,
  change: (connector: WireConnector, fields: readonly string[]) => WireConnector,
): readonly WireEvse[] {
  if (filled.size === 0) return evses;
  return evses.map((evse) => ({
    ...evse,
    connectors: evse.connectors.map((connector) => {
      const fields = filled.get(placeOf(evse.uid, connector.id));
      return fields === undefined ? connector : change(connector, fields);
    }),
  }));
}

function placeOf(uid: string, connectorId: string): string {
  return JSON.stringify([uid, connectorId]);
}
