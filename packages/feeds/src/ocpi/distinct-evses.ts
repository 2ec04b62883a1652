/**
 * The EVSEs of a location, each with a uid that no other one has. Feeds that list an EVSE once per connector have them
 * put together; one uid for two EVSE ids is two EVSEs.
 */
import type { Evse } from '@pantograph/model/ocpi';
import type { ReadConnector } from './connector.ts';
import { distinctConnectors, unusedId } from './distinct-connectors.ts';
import type { ReadEvse } from './evse.ts';
import { jointStatus } from './evse-status.ts';
import type { Findings } from './findings.ts';

/** Its list of connectors is its own, to put those of the same EVSE into. */
type NamedEvse = ReadEvse & { readonly uid: string; readonly connectors: ReadConnector[] };

function named(evse: ReadEvse, uid: string): NamedEvse {
  return { ...evse, uid, connectors: [...evse.connectors] };
}

/**
 * @param locationId of the location, for EVSEs that have neither a uid nor an EVSE id
 * @param lastUpdated of the location, for EVSEs that have none
 */
export function distinctEvses(
  evses: readonly ReadEvse[],
  locationId: string,
  lastUpdated: string,
  findings: Findings,
): Evse[] {
  const byUid = new Map<string, NamedEvse>();
  evses.forEach((evse, index) => {
    const uid = evse.uid ?? filledUid(evse, unusedId(`${locationId}-${index + 1}`, byUid, evses.length + 1), findings);
    const key = uid.toLowerCase();
    const same = byUid.get(key);
    if (same === undefined) byUid.set(key, named(evse, uid));
    else if (isAnother(same, evse)) {
      const renamed = unusedId(evse.evse.evse_id ?? uid, byUid, index + 1);
      findings.add('evse_renamed', `${evse.at}/uid`, { uid, value: renamed });
      byUid.set(renamed.toLowerCase(), named(evse, renamed));
    } else {
      findings.add('evse_merged', evse.at, { uid });
      byUid.set(key, merged(same, evse));
    }
  });
  noteRepeatedEvseIds(byUid.values(), findings);
  return Array.from(byUid.values(), (evse) => finished(evse, lastUpdated, findings));
}

function filledUid(evse: ReadEvse, numbered: string, findings: Findings): string {
  const uid = evse.evse.evse_id ?? numbered;
  findings.add('evse_uid_filled', `${evse.at}/uid`, { value: uid });
  return uid;
}

function isAnother(one: ReadEvse, other: ReadEvse): boolean {
  const a = one.evse.evse_id?.toLowerCase();
  const b = other.evse.evse_id?.toLowerCase();
  return a !== undefined && b !== undefined && a !== b;
}

/** The newer one's data, what it lacks from the older one, and the connectors of both; as new as each other, one in use is in use. */
function merged(first: NamedEvse, second: ReadEvse): NamedEvse {
  for (const connector of second.connectors) first.connectors.push(connector);
  const lead = timeOf(second) - timeOf(first);
  const [newer, older] = lead > 0 ? [second, first] : [first, second];
  const known = Object.entries(newer.evse).filter(([, value]) => value !== undefined);
  const evse = { ...older.evse, ...(Object.fromEntries(known) as ReadEvse['evse']) };
  const { status } = newer.evse;
  return {
    at: first.at,
    uid: first.uid,
    lastUpdated: newer.lastUpdated ?? older.lastUpdated,
    connectors: first.connectors,
    evse: { ...evse, status: lead === 0 ? (jointStatus([status, older.evse.status]) ?? status) : status },
  };
}

function timeOf(evse: ReadEvse): number {
  return evse.lastUpdated === undefined ? 0 : Date.parse(evse.lastUpdated);
}

function noteRepeatedEvseIds(evses: Iterable<NamedEvse>, findings: Findings): void {
  const seen = new Set<string>();
  for (const { evse, at } of evses) {
    const id = evse.evse_id?.toLowerCase();
    if (id === undefined) continue;
    if (seen.has(id)) findings.addOnce('evse_id_repeated', id, `${at}/evse_id`, { found: evse.evse_id ?? '' });
    seen.add(id);
  }
}

function finished(evse: NamedEvse, ofLocation: string, findings: Findings): Evse {
  const { at, uid, connectors } = evse;
  if (connectors.length === 0) findings.add('evse_without_connectors', `${at}/connectors`, { uid });
  const lastUpdated = evse.lastUpdated ?? filledLastUpdated(evse, ofLocation, findings);
  return {
    uid,
    ...evse.evse,
    connectors: distinctConnectors(connectors, lastUpdated, findings),
    last_updated: lastUpdated,
  };
}

function filledLastUpdated(evse: ReadEvse, ofLocation: string, findings: Findings): string {
  const ofConnectors = newest(evse.connectors.map((connector) => connector.lastUpdated));
  const value = ofConnectors ?? ofLocation;
  const from = ofConnectors === undefined ? 'the location' : 'the connectors';
  findings.add('last_updated_filled', `${evse.at}/last_updated`, { value, from });
  return value;
}

/** The latest of some instants. */
export function newest(instants: readonly (string | undefined)[]): string | undefined {
  let found: string | undefined;
  for (const instant of instants) {
    if (instant !== undefined && (found === undefined || Date.parse(instant) > Date.parse(found))) found = instant;
  }
  return found;
}
