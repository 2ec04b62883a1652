export type { ApiDescription } from '../../http/docs/openapi/kept-description.ts';
