export {
  UNRECOGNIZED_ID,
  connectorTypeOfId,
  connectorTypeOfStandard,
  connectorTypes,
  legacyIdOfStandard,
  ocpiStandardOf,
  v3StandardOf,
  v3Standards,
} from './connector-type.ts';
export type { ConnectorIdUse, ConnectorTypeRow } from './connector-type.ts';
export { connectorFormats, daysOfWeek, phasesOf, powerTypes, tariffDimensions } from './connector-properties.ts';
export type { ConnectorFormat, DayOfWeek, PowerType, TariffDimensionType } from './connector-properties.ts';
export { hereStatusOf, isLive, isStatus, legacyStateOf, statuses, statusesOfLegacyState } from './status.ts';
export type { LegacyState, Status } from './status.ts';
export { spellings } from './spelling.ts';
export type { Spelling } from './spelling.ts';
