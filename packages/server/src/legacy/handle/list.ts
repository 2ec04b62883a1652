/** The lists that need no geometry. */
import {
  presentConnectorStatusList,
  presentConnectorTypes,
  presentPowerFeedTypes,
  presentRoamings,
} from '@pantograph/model/v2';
import type { LegacyHandler } from './handler.ts';

export const listConnectorTypes: LegacyHandler = () => ({ root: 'connectorTypes', tree: presentConnectorTypes() });

export const listPowerFeedTypes: LegacyHandler = () => ({ root: 'powerFeedTypes', tree: presentPowerFeedTypes() });

export const listConnectorStatuses: LegacyHandler = () => ({
  root: 'connectorStatuses',
  tree: presentConnectorStatusList(),
});

export const listRoamings: LegacyHandler = async ({ backEnd, context }) => {
  const { providers, attribution } = await backEnd.providers(context.now);
  return { root: 'roamings', tree: presentRoamings(providers), attribution, features: ['roaming'] };
};
