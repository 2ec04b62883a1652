/** Contract v2, stations response. A station, a pool and a v3 location are the same thing here. */
import { z } from 'zod';
import { Connector } from './connector.ts';
import { Address, Contacts, Coordinates } from './contact.ts';
import { PaymentMethods } from './payment-methods.ts';

export const RoamingPartner = z.object({
  emsp: z.string(),
  partner_id: z.string(),
  ema_id: z.array(z.string()).optional(),
});

export const EvStationDetails = z.object({
  privateAccess: z.boolean().optional(),
  restrictedAccess: z.boolean().optional(),
  accessibilityType: z.enum(['PUBLIC', 'PRIVATE', 'RESTRICTED']).optional(),
  paymentMethods: PaymentMethods.optional(),
  notes: z.string().optional(),
});
export type EvStationDetails = z.infer<typeof EvStationDetails>;

export const EvStation = z.object({
  id: z.string(),
  pvId: z.string().optional(),
  lastUpdateTimestamp: z.string().optional(),
  timeZone: z.string().optional(),
  address: Address.optional(),
  contacts: Contacts.optional(),
  position: Coordinates,
  entrancePosition: Coordinates.optional(),
  /** Metres. */
  distance: z.int().optional(),
  name: z.string().optional(),
  brand: z.string().optional(),
  poolId: z.string().optional(),
  cpoId: z.string().optional(),
  totalNumberOfConnectors: z.int().min(0).optional(),
  connectors: z.object({ connector: z.array(Connector) }).optional(),
  evStationDetails: EvStationDetails.optional(),
  roaming: z.array(RoamingPartner).optional(),
  lastUpdatedTimeStamp: z.string().optional(),
});
export type EvStation = z.infer<typeof EvStation>;

export const StationsResponse = z.object({
  hasMore: z.boolean(),
  /** Absent where stations are looked up by id. */
  count: z.int().min(0).optional(),
  evStations: z.object({ evStation: z.array(EvStation) }),
});
export type StationsResponse = z.infer<typeof StationsResponse>;

export const CountResponse = z.object({ count: z.int().min(0) });
export type CountResponse = z.infer<typeof CountResponse>;
