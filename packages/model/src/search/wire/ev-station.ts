/** `extended.evStation`: what a place has, in groups. Source: contract search, EvChargingAttributes. Power in kW. */
import { z } from 'zod';

const Count = z.int().min(0);

export const ChargingPoint = z.object({
  numberOfConnectors: Count,
  phases: z.int().optional(),
  numberOfAvailable: Count.optional(),
  numberOfInUse: Count.optional(),
  numberOfOutOfService: Count.optional(),
  numberOfReserved: Count.optional(),
  /** "200-240V AC". */
  voltsRange: z.string().optional(),
  /** "16A-32A". */
  ampsRange: z.string().optional(),
  lastUpdateTimestamp: z.string().optional(),
});
export type ChargingPoint = z.infer<typeof ChargingPoint>;

export const EvConnector = z.object({
  supplierName: z.string().optional(),
  /** The id of v2, as text. */
  connectorType: z.object({ name: z.string(), id: z.string() }),
  fixedCable: z.boolean().optional(),
  maxPowerLevel: z.number().optional(),
  chargingPoint: ChargingPoint,
});
export type EvConnector = z.infer<typeof EvConnector>;

const ServiceProvider = z.object({ name: z.string(), partnerId: z.string() });

const PaymentMethod = z.object({ id: z.string(), accepted: z.boolean() });

export const EvStation = z.object({
  connectors: z.array(EvConnector).optional(),
  totalNumberOfConnectors: Count.optional(),
  access: z.enum(['private', 'public', 'restricted']).optional(),
  eMobilityServiceProviders: z.array(ServiceProvider).optional(),
  paymentMethods: z.array(PaymentMethod).optional(),
});
export type EvStation = z.infer<typeof EvStation>;
