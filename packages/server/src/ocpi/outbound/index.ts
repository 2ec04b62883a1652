export { createOutbound } from './outbound.ts';
export type { Outbound, OutboundFetch, OutboundOptions, OutboundRequest } from './outbound.ts';
export { OutboundError } from './outbound-error.ts';
export type { OutboundReason } from './outbound-error.ts';
export { isPublicAddress } from './public-address.ts';
export { readBounded } from './read-bounded.ts';
