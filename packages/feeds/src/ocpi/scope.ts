/** What is known of a location while its parts are read. */
import type { Position } from '@pantograph/model/location';
import type { Findings } from './findings.ts';
import type { OcpiVersion } from './reading.ts';

export interface Scope {
  readonly findings: Findings;
  readonly version: OcpiVersion;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly position: Position;
  /** UTC, ISO 8601. */
  readonly receivedAt: string;
}
