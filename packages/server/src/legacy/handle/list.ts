/** The lists that need no geometry. */
import {
  presentConnectorStatusList,
  presentConnectorTypes,
  presentPowerFeedTypes,
  presentRoamings,
} from '@pantograph/model/v2';
import { chain } from '../../http/eventually.ts';
import { write } from '../answer/format.ts';
import type { LegacyHandler } from './handler.ts';

export const listConnectorTypes: LegacyHandler = ({ format }) => ({
  body: write(format, 'connectorTypes', presentConnectorTypes()),
});

export const listPowerFeedTypes: LegacyHandler = ({ format }) => ({
  body: write(format, 'powerFeedTypes', presentPowerFeedTypes()),
});

export const listConnectorStatuses: LegacyHandler = ({ format }) => ({
  body: write(format, 'connectorStatuses', presentConnectorStatusList()),
});

export const listRoamings: LegacyHandler = ({ format, backEnd, context }) =>
  chain(backEnd.providers(context.now), ({ providers, attribution }) => ({
    body: write(format, 'roamings', presentRoamings(providers)),
    attribution,
    features: ['roaming'],
  }));
