/** The connectors of an EVSE, each with an id that no other one has. */
import type { Connector } from '@pantograph/model/ocpi';
import type { ReadConnector } from './connector.ts';
import type { Findings } from './findings.ts';

/** @param lastUpdated of the EVSE, for connectors that have none */
export function distinctConnectors(
  connectors: readonly ReadConnector[],
  lastUpdated: string,
  findings: Findings,
): Connector[] {
  const byId = new Map<string, ReadConnector>();
  const distinct: Connector[] = [];
  connectors.forEach((read, index) => {
    const path = `${read.at}/id`;
    let id = read.id;
    if (id === undefined) {
      id = unusedId(String(index + 1), byId, connectors.length + 1);
      findings.add('connector_id_filled', path, { value: id });
    }
    const same = byId.get(id.toLowerCase());
    if (same !== undefined) {
      if (JSON.stringify(same.connector) === JSON.stringify(read.connector)) {
        findings.add('connector_merged', path, { id });
        return;
      }
      const renamed = unusedId(id, byId, index + 1);
      findings.add('connector_renamed', path, { id, value: renamed });
      id = renamed;
    }
    byId.set(id.toLowerCase(), read);
    distinct.push({ id, ...read.connector, last_updated: read.lastUpdated ?? lastUpdated });
  });
  return distinct;
}

/**
 * The id itself where nobody has it, else with a number behind it.
 * @param number the first to try; it grows fast, so that no feed can make this slow
 */
export function unusedId(id: string, used: ReadonlyMap<string, unknown>, number: number): string {
  let unused = id;
  for (let next = number; used.has(unused.toLowerCase()); next = 2 * next + 1) unused = `${id}-${next}`;
  return unused;
}
