import type { LegacySettings } from '../legacy/settings.ts';

/** What a gateway is told by its operator. */
export interface GatewaySettings {
  /** Without a slash at the end: `https://host/v3`. `/locations` and `/countryMetadata` stand below it. */
  readonly v3: string;
  /** Without a slash at the end: `https://host/v1`. `/browse` stands below it. */
  readonly search: string;
  /** Requests to both upstreams together that may be under way; default 32. Twice as many again may wait. */
  readonly maxInFlight: number;
  /** How old an upstream's answer may be when it is used again; 0 keeps none. */
  readonly cacheSeconds: number;
  /** Sent as `enums=`, which a Pantograph understands and others need not. Without it nothing is sent. */
  readonly enums?: 'ocpi' | 'here';
  /** Milliseconds for one answer of an upstream. */
  readonly timeout: number;
  /** Requests that a single v2 request may make of Search before it is refused as too large. */
  readonly mostPerRequest: number;
  readonly legacy: LegacySettings;
}

export const defaultGatewaySettings = {
  maxInFlight: 32,
  cacheSeconds: 5,
  timeout: 10_000,
  mostPerRequest: 100,
} as const;
