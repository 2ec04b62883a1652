/** Contract v3: ConnectorGroup. */
import { z } from 'zod';
import { component, unique } from './component.ts';
import { ConnectorType } from './enumerations.ts';
import { TariffIndexes } from './evse.ts';
import { Prediction, Reliability } from './forecast.ts';

export const ConnectorReference = component(
  'ConnectorReference',
  z.object({ evseUid: z.string(), connectorIds: unique(z.string()).min(1) }),
);

export const ConnectorGroup = component(
  'ConnectorGroup',
  z.object({
    standard: ConnectorType,
    maxPower: z.int().min(1).describe('W'),
    connectorCount: z.int().min(1).describe('Alike connectors of one EVSE count once.'),
    availableConnectorCount: z.int().min(0).describe('Absent where no status is known.').optional(),
    connectors: unique(ConnectorReference).describe('Only together with `evses`.').optional(),
    predictions: unique(Prediction).optional(),
    tariffIndexes: TariffIndexes.optional(),
    reliability: Reliability.optional(),
  }),
);
export type ConnectorGroup = z.infer<typeof ConnectorGroup>;
