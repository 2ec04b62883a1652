export { API_VERSION } from './openapi/api-version.ts';
export type { LookupDependencies, LookupSettings } from './lookup.ts';
export { apiDescription } from './openapi/description.ts';
export type { ApiDescription } from './openapi/api-description.ts';
export { openApiDocument } from './openapi/document.ts';
export type { Operation, SampleFacts } from './operation.ts';
export { operations } from './operations.ts';
export { refuseInLookup } from './refuse.ts';
export { LOOKUP_PREFIX, lookupSurface, mountLookup } from './surface.ts';
