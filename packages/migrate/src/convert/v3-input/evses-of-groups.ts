/**
 * v3 answers connector groups without EVSEs where nobody asked for these. v2 and OCPI have none without the other, so that EVSEs
 * are made up: as many as the group counts, the available ones first.
 */
import { contentIdIn } from '@pantograph/model/location';
import type { ChargingLocation, ConnectorGroup, Evse } from '@pantograph/model/v3';
import type { Tell } from '../report/ledger.ts';

/** A group that counts more than these is no charging site. */
const MOST_MADE = 200;

/** As it is, where it has EVSEs or nothing to make them of. */
export function withEvses(place: ChargingLocation, now: string, tell: Tell): ChargingLocation {
  const { evses, connectorGroups: groups = [] } = place;
  if (evses !== undefined || groups.length === 0) return place;
  const made: Evse[] = [];
  for (const [at, group] of groups.entries()) {
    tell('evse_made', `/connectorGroups/${String(at)}`, group.connectorCount);
    for (let nth = 1; nth <= Math.min(group.connectorCount, MOST_MADE); nth++) {
      const uid = `${contentIdIn(place.id)}*${String(at + 1)}*${String(nth)}`;
      tell('evse_made', `/evses/${String(made.length)}`, uid);
      made.push(evseOf(group, uid, nth, now));
    }
  }
  return { ...place, evses: made };
}

/** Which of them are in use, a group does not say. */
function evseOf(group: ConnectorGroup, uid: string, nth: number, now: string): Evse {
  const { standard, maxPower, tariffIndexes, availableConnectorCount = 0 } = group;
  return {
    uid,
    status: nth <= availableConnectorCount ? 'AVAILABLE' : 'UNKNOWN',
    modified: now,
    connectors: [{ id: '1', standard, maxPower, ...(tariffIndexes === undefined ? {} : { tariffIndexes }) }],
  };
}
