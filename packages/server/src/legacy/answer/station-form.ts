/** How a station stands in a list of v2. Its text is the same in every answer but for its distance. */
import type { LegacyQuirks, StationFacts } from '@pantograph/model/v2';
import { presentEvsePool, presentStation, writeElement } from '@pantograph/model/v2';
import type { StationFeature } from '../usage/features.ts';
import { featureMarkOf } from '../usage/features.ts';
import type { LegacyFormat } from './format.ts';

export interface StationForm {
  /** Tells it from every other way in which a place is shown. Documents outlive the process: what is written otherwise needs another name. */
  readonly variant: string;
  /** The text, and behind it the feature mark, one character. */
  readonly write: (facts: StationFacts) => string;
  /** Stands between two stations of a list. */
  readonly between: '' | ',';
  /** Stands in the text where the distance belongs; without it there is none. */
  readonly mark?: string;
}

export type StationForms = Readonly<Record<LegacyFormat, StationForm>>;

/** No two places on Earth are so far apart. */
const MARK = Number.MAX_SAFE_INTEGER;

/** As `presentStation` has it. */
export function stationForms(quirks: LegacyQuirks): StationForms {
  const spelling = quirks.formsAreAsRecorded ? 'recorded' : 'documented';
  const treeOf = (facts: StationFacts) => presentStation({ facts, distance: MARK }, quirks);
  return {
    json: {
      variant: `v2 station json ${spelling} 3`,
      write: (facts) => JSON.stringify(treeOf(facts)) + featureMarkOf(facts),
      between: ',',
      mark: distanceIn('json', MARK),
    },
    xml: {
      variant: `v2 station xml ${spelling} 3`,
      write: (facts) => writeElement('evStation', treeOf(facts)) + featureMarkOf(facts),
      between: '',
      mark: distanceIn('xml', MARK),
    },
  };
}

const live: ReadonlySet<StationFeature> = new Set(['connectorStatuses']);

/** As `presentEvsePool` has it. */
export const poolForms: StationForms = {
  json: {
    variant: 'v2 pool json 2',
    write: (facts) => JSON.stringify(presentEvsePool(facts)) + featureMarkOf(facts, live),
    between: ',',
  },
  xml: {
    variant: 'v2 pool xml 2',
    write: (facts) => writeElement('pools', presentEvsePool(facts)) + featureMarkOf(facts, live),
    between: '',
  },
};

/** @param distance metres; the text is empty without it. An id stands before it, a name behind it. */
export function distanceIn(format: LegacyFormat, distance: number | undefined): string {
  if (distance === undefined) return '';
  const metres = String(Math.round(distance));
  return format === 'json' ? `,"distance":${metres}` : `<distance>${metres}</distance>`;
}
