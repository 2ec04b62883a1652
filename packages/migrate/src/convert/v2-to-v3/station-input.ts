/** A v2 station as clients hold it: the wire schema of the model, and more lenient where the product was or recordings differ. */
import { EvStation } from '@pantograph/model/v2';
import { z } from 'zod';
import type { Conform } from '../conform/conformer.ts';
import { conformer, isRecord } from '../conform/conformer.ts';

const Connector = EvStation.shape.connectors.unwrap().shape.connector.element;
const ConnectorDetails = Connector.shape.connectorDetails.unwrap();

/** Types come by number, by name, or both; the vendor never says one without the other, copies of its data do. */
const ConnectorType = z.object({ id: z.string().optional(), name: z.string().optional() });

const Status = Connector.shape.connectorStatuses
  .unwrap()
  .shape.connectorStatus.element.extend({ state: z.string().optional() });

const Price = z.object({ value: z.number(), currency: z.string().optional() });

const PricingInput = z.object({
  pricingModel: z.string().optional(),
  price: Price.optional(),
  unit: z.string().optional(),
  timePeriod: z.string().optional(),
  timeConstraints: ConnectorDetails.shape.openingHours,
  descriptions: z.array(z.string()).optional(),
});
export type PricingInput = z.infer<typeof PricingInput>;

const Details = ConnectorDetails.extend({ pricing: z.array(PricingInput).optional() });

const ConnectorInput = Connector.extend({
  connectorType: ConnectorType.optional(),
  connectorDetails: Details.optional(),
  connectorStatuses: z.object({ connectorStatus: z.array(Status).optional() }).optional(),
});
export type ConnectorInput = z.infer<typeof ConnectorInput>;

export const StationInput = EvStation.extend({
  id: z.string().optional(),
  connectors: z.object({ connector: z.array(ConnectorInput).optional() }).optional(),
  evStationDetails: EvStation.shape.evStationDetails
    .unwrap()
    .extend({ accessibilityType: z.string().optional() })
    .optional(),
});
export type StationInput = z.infer<typeof StationInput>;

/** Contract v2 has these two in tables only, and is unsure of their case. */
const tableSpellings = [
  ['Roaming', 'roaming'],
  ['LastUpdatedTimeStamp', 'lastUpdatedTimeStamp'],
] as const;

function stationConformer(options: { readonly fromText: boolean }): Conform {
  const conform = conformer(StationInput, options);
  return (value, path, tell) => {
    if (!isRecord(value) || !tableSpellings.some(([key]) => key in value)) return conform(value, path, tell);
    const respelt: Record<string, unknown> = { ...value };
    for (const [key, field] of tableSpellings) {
      if (!(key in respelt) || field in respelt) continue;
      respelt[field] = respelt[key];
      Reflect.deleteProperty(respelt, key);
    }
    return conform(respelt, path, tell);
  };
}

export const conformStation = stationConformer({ fromText: false });
/** For what was read from XML. */
export const conformTextStation = stationConformer({ fromText: true });
