/** v2 evses/bulk: the live tree of a pool. EVSEs that were removed are in it, as OFFLINE. */
import type { Evse } from '../../ocpi/index.ts';
import { legacyIdOfStandard, legacyStateOf } from '../../vocabulary/index.ts';
import type { StationFacts } from '../facts/station-facts.ts';
import type { EvsePool, EvsesResponse } from '../wire/evses.ts';
import { kilowatts } from './connector.ts';

export function presentEvses(pools: readonly StationFacts[]): EvsesResponse {
  return { pools: pools.map(presentEvsePool) };
}

/** One station per pool, of the same id. */
export function presentEvsePool(facts: StationFacts): EvsePool {
  const evses = facts.evses.map(presentEvse);
  return { id: facts.contentId, stations: [{ id: facts.contentId, cpoId: facts.cpoLocationId, evses }] };
}

function presentEvse(evse: Evse): EvsePool['stations'][number]['evses'][number] {
  // A connector has no status of its own, neither in OCPI nor in v3.
  const state = legacyStateOf(evse.status);
  const last_updated = new Date(evse.last_updated).toISOString();
  return {
    id: evse.uid,
    cpoId: evse.uid,
    cpoEvseEMI3Id: evse.evse_id,
    physicalReference: evse.physical_reference,
    state,
    last_updated,
    connectors: evse.connectors.map((connector) => ({
      id: connector.id,
      cpoId: connector.id,
      typeId: String(legacyIdOfStandard(connector.standard)),
      maxPowerLevel: kilowatts(connector.max_electric_power),
      state,
      last_updated,
    })),
  };
}
