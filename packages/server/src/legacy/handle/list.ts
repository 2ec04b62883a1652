/** The lists that need no geometry. */
import {
  presentConnectorStatusList,
  presentConnectorTypes,
  presentPowerFeedTypes,
  presentRoamings,
} from '@pantograph/model/v2';
import { write } from '../answer/format.ts';
import type { LegacyHandler } from './handler.ts';

export const listConnectorTypes: LegacyHandler = () => ({
  write: (format) => write(format, 'connectorTypes', presentConnectorTypes()),
});

export const listPowerFeedTypes: LegacyHandler = () => ({
  write: (format) => write(format, 'powerFeedTypes', presentPowerFeedTypes()),
});

export const listConnectorStatuses: LegacyHandler = () => ({
  write: (format) => write(format, 'connectorStatuses', presentConnectorStatusList()),
});

export const listRoamings: LegacyHandler = async ({ backEnd, context }) => {
  const { providers, attribution } = await backEnd.providers(context.now);
  return {
    write: (format) => write(format, 'roamings', presentRoamings(providers)),
    attribution,
    features: ['roaming'],
  };
};
