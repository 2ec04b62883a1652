/** Contract v3: Evse, EvConnector, EvseParking. */
import { z } from 'zod';
import { component, unique } from './component.ts';
import {
  ConnectorFormat,
  ConnectorType,
  EvVehicleTypes,
  EvseCapability,
  EvseParkingConditions,
  EvseParkingDirection,
  EvsePaymentSupport,
  EvsePosition,
  EvseStatus,
  PowerType,
} from './enumerations.ts';
import { Reliability } from './forecast.ts';
import { Location } from './place.ts';
import { VehicleLimitations } from './truck.ts';

export const TariffIndexes = z.array(z.int().min(0)).describe('Places in `tariffs` of the location, from 0.');

export const EvConnector = component(
  'EvConnector',
  z.object({
    id: z.string().describe('Unique within the EVSE.'),
    standard: ConnectorType,
    format: ConnectorFormat.describe('Absent only where the source does not say.').optional(),
    powerType: PowerType.describe('Absent only where the source does not say.').optional(),
    maxVoltage: z.int().min(1).describe('V, line to neutral for three phases.').optional(),
    maxCurrent: z.int().min(1).describe('A').optional(),
    maxPower: z.int().min(1).describe('W').optional(),
    termsAndConditionsUrl: z.string().optional(),
    tariffIndexes: TariffIndexes.optional(),
  }),
);
export type EvConnector = z.infer<typeof EvConnector>;

export const EvseParking = component(
  'EvseParking',
  z.object({
    conditions: z.array(EvseParkingConditions).optional(),
    vehicleTypes: z.array(EvVehicleTypes).optional(),
    vehicleLimitations: VehicleLimitations.optional(),
    noClearanceHeight: z.boolean().optional(),
    evsePosition: EvsePosition.optional(),
    parkingDirection: EvseParkingDirection.optional(),
    reservationRequired: z.boolean().optional(),
  }),
  'Alpha. An absent boolean is unknown.',
);
export type EvseParking = z.infer<typeof EvseParking>;

export const StatusInfo = component(
  'StatusInfo',
  z.object({
    observedAt: z.iso.datetime().describe('When the source says that it saw the status.'),
    receivedAt: z.iso.datetime().describe('When it reached this server.'),
    confirmedAt: z.iso
      .datetime()
      .describe('When the source last stood by all that it says; only where it is pulled.')
      .optional(),
    source: z.string(),
    ageSeconds: z.int().min(0).describe('Since the status was last observed or confirmed.'),
  }),
  'Ours, beside the contract: where a status comes from and how old it is.',
);
export type StatusInfo = z.infer<typeof StatusInfo>;

export const Evse = component(
  'Evse',
  z.object({
    uid: z.string(),
    status: EvseStatus,
    modified: z.iso.datetime().describe('When the status was last said.'),
    connectors: unique(EvConnector),
    id: z.string().optional(),
    evseId: z.string().optional(),
    capabilities: unique(EvseCapability).optional(),
    floorLevel: z.string().optional(),
    physicalReference: z.string().optional(),
    location: Location.optional(),
    paymentSupports: unique(EvsePaymentSupport).optional(),
    reliability: Reliability.optional(),
    parking: EvseParking.optional(),
    statusInfo: StatusInfo.optional(),
  }),
);
export type Evse = z.infer<typeof Evse>;
