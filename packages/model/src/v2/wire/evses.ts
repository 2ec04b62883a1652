/** Contract v2, evses/bulk response: pool, station, EVSE, connector. Keys of the two upper levels are inferred there. */
import { z } from 'zod';
import { State } from './state.ts';

const EvseConnector = z.object({
  id: z.string(),
  cpoId: z.string().optional(),
  /** v2 connector type id. */
  typeId: z.string(),
  /** kW. */
  maxPowerLevel: z.number().optional(),
  state: State.optional(),
  last_updated: z.string().optional(),
});

const PoolEvse = z.object({
  id: z.string(),
  cpoId: z.string(),
  cpoEvseEMI3Id: z.string().optional(),
  physicalReference: z.string().optional(),
  state: State.optional(),
  last_updated: z.string().optional(),
  connectors: z.array(EvseConnector),
});

const PoolStation = z.object({
  id: z.string(),
  cpoId: z.string().optional(),
  evses: z.array(PoolEvse),
});

export const EvsePool = z.object({ id: z.string(), stations: z.array(PoolStation) });
export type EvsePool = z.infer<typeof EvsePool>;

export const EvsesResponse = z.object({ pools: z.array(EvsePool) });
export type EvsesResponse = z.infer<typeof EvsesResponse>;
