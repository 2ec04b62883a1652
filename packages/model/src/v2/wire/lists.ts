/** Contract v2: the numbered lists and the roaming list. */
import { z } from 'zod';
import { NumberedType } from './connector.ts';
import { RoamingPartner } from './station.ts';

export const ConnectorTypesResponse = z.object({ connectorType: z.array(NumberedType) });
export type ConnectorTypesResponse = z.infer<typeof ConnectorTypesResponse>;

export const PowerFeedTypesResponse = z.object({ powerFeedType: z.array(NumberedType) });
export type PowerFeedTypesResponse = z.infer<typeof PowerFeedTypesResponse>;

export const ConnectorStatusesResponse = z.object({ connectorStatus: z.array(NumberedType) });
export type ConnectorStatusesResponse = z.infer<typeof ConnectorStatusesResponse>;

const Roaming = RoamingPartner.extend({
  /** ISO 3166-1 alpha-3. */
  country: z.array(z.string()).min(1),
});

export const RoamingsResponse = z.object({ roaming: z.array(Roaming) });
export type RoamingsResponse = z.infer<typeof RoamingsResponse>;
