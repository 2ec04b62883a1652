/** Versions as peers name them, and the wire shapes they stand for. 2.2 is spoken as 2.2.1. */
import type { OcpiWireVersion } from '@pantograph/model/ocpi';

/** Oldest first. */
export const spokenVersions = ['2.1.1', '2.2', '2.2.1', '2.3.0'] as const;
export type SpokenVersion = (typeof spokenVersions)[number];

export function spokenVersionIn(text: string): SpokenVersion | undefined {
  return spokenVersions.find((version) => version === text);
}

export function wireVersionOf(version: SpokenVersion): OcpiWireVersion {
  return version === '2.2' ? '2.2.1' : version;
}
