/** Where v2 behaves otherwise than it says, and a client may rely on either. docs/v2-quirks.md tells of each. */
export interface LegacyQuirks {
  /** The number of stations in an area is that of all stations, whatever filters are sent. */
  readonly countIgnoresFilters: boolean;
  /** `count` beside a list is the length of that list, not the number found in the area. */
  readonly countIsPageSize: boolean;
  /** `distance` along a path is the way along it plus the distance from it, not the distance from it alone. */
  readonly pathDistanceIsCumulative: boolean;
  /** `daymask` is a number and `chargeCapacity` written as recorded, not as documented. */
  readonly formsAreAsRecorded: boolean;
}

/** What the vendor's service does. */
export const vendorQuirks: LegacyQuirks = {
  countIgnoresFilters: true,
  countIsPageSize: true,
  pathDistanceIsCumulative: true,
  formsAreAsRecorded: true,
};
