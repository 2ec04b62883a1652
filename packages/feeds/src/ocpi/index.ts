export { believedInstant } from './future.ts';
export { objectKindOf } from './object-kind.ts';
export type { ObjectKind } from './object-kind.ts';
export { readLocation } from './read-location.ts';
export { readTariff } from './read-tariff.ts';
export type { OcpiVersion, ReadContext, Reading } from './reading.ts';
