/** What an answer holds that a v3 client gets from another place, or in another form; docs/v2-quirks.md says where. */
import type { StationFacts } from '@pantograph/model/v2';
import { isLive } from '@pantograph/model/vocabulary';

export type LegacyFeature = StationFeature | 'distance' | 'paging';

export type StationFeature = (typeof tests)[number][0];

/** In the order of their bits. */
const tests = [
  ['countsByState', ({ evses }) => evses.some((evse) => isLive(evse.status))],
  ['connectorStatuses', ({ evses }) => evses.length > 0],
  ['pricing', ({ tariffs }) => tariffs.size > 0],
  ['openingHours', ({ hours }) => hours !== undefined],
  ['paymentMethods', ({ paymentSupports }) => [...paymentSupports.values()].some((supports) => supports.length > 0)],
  ['roaming', ({ serviceProviders }) => serviceProviders.length > 0],
] as const satisfies readonly (readonly [string, (facts: StationFacts) => boolean])[];

/** Set in every mark, so that it is a character of ASCII and none that controls anything. */
const MARK = 0x40;

const every: ReadonlySet<StationFeature> = new Set(tests.map(([feature]) => feature));

/** What a station shows of those, in one character behind its text: kept texts tell it without the station. */
export function featureMarkOf(facts: StationFacts, shown = every): string {
  const bits = tests.map(([feature, holds], at) => (shown.has(feature) && holds(facts) ? 1 << at : 0));
  return String.fromCharCode(bits.reduce((mark, bit) => mark | bit, MARK));
}

const lists = Array.from({ length: MARK }, (_, bits) =>
  tests.filter((_test, at) => (bits & (1 << at)) !== 0).map(([feature]) => feature),
);

/** @param marks of all stations of an answer, one laid over the other */
export function featuresIn(marks: number): readonly LegacyFeature[] {
  return lists[marks & (MARK - 1)] ?? [];
}
