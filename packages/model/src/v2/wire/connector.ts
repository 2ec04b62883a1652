/** Contract v2, connector: a group of alike connectors. `maxPowerLevel` in kW, volts and amperes as text ranges. */
import { z } from 'zod';
import { Contacts } from './contact.ts';
import { OpeningHours } from './opening-hours.ts';
import { PaymentMethods } from './payment-methods.ts';
import { Pricing } from './pricing.ts';
import { State } from './state.ts';

/** An entry of one of v2's numbered lists; the number is text. */
export const NumberedType = z.object({ id: z.string().regex(/^\d+$/), name: z.string() });

export const ConnectorDetails = z.object({
  deviceName: z.string().optional(),
  reservable: z.boolean().optional(),
  reservationInformation: z.string().optional(),
  privateAccess: z.boolean().optional(),
  open24x7: z.boolean().optional(),
  openingTime: z.string().optional(),
  openingHours: OpeningHours.optional(),
  pay: z.boolean().optional(),
  paymentMethodDetails: PaymentMethods.optional(),
  manufacturer: z.string().optional(),
  manufacturerModel: z.string().optional(),
  privateAccessInformation: z.string().optional(),
  pricing: z.array(Pricing).optional(),
});
export type ConnectorDetails = z.infer<typeof ConnectorDetails>;

const Count = z.int().min(0);

export const ChargingPoint = z.object({
  chargeMode: z.string().optional(),
  /** Deprecated in favour of the ranges. */
  volts: z.int().optional(),
  voltsRange: z.string().optional(),
  phases: z.int().optional(),
  amps: z.int().optional(),
  ampsRange: z.string().optional(),
  numberOfConnectors: Count.optional(),
  numberOfAvailable: Count.optional(),
  numberOfInUse: Count.optional(),
  numberOfOutOfService: Count.optional(),
  numberOfReserved: Count.optional(),
  lastUpdateTimestamp: z.string().optional(),
});
export type ChargingPoint = z.infer<typeof ChargingPoint>;

export const ConnectorStatus = z.object({
  cpoEvseId: z.string().optional(),
  cpoEvseEMI3Id: z.string().optional(),
  cpoConnectorId: z.string().optional(),
  state: State,
  physicalReference: z.string().optional(),
});
export type ConnectorStatus = z.infer<typeof ConnectorStatus>;

export const Connector = z.object({
  supplierName: z.string().optional(),
  supplierContacts: Contacts.optional(),
  connectorType: NumberedType,
  /** North America and Australia only, and its list of numbers was never published: read, never written. */
  powerFeedType: NumberedType.optional(),
  chargeCapacity: z.string().optional(),
  maxPowerLevel: z.number().optional(),
  customerChargeLevel: z.string().optional(),
  customerConnectorName: z.string().optional(),
  fixedCable: z.boolean().optional(),
  connectorDetails: ConnectorDetails.optional(),
  chargingPoint: ChargingPoint.optional(),
  connectorStatuses: z.object({ connectorStatus: z.array(ConnectorStatus) }).optional(),
});
export type Connector = z.infer<typeof Connector>;
