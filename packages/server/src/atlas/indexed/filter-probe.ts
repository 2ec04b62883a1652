/** A filter made ready to be asked of rows. It means what `matchesFilter` means, and asks the same functions. */
import { isOpenAt } from '@pantograph/model/location';
import { statuses } from '@pantograph/model/vocabulary';
import {
  hasConnector,
  providersMatch,
  statusMatches,
  suppliersMatch,
  takesPayment,
  vehiclesMatch,
} from '../matches-filter.ts';
import type { SiteFilter } from '../query.ts';
import { fitsVehicle } from '../vehicle-fit.ts';
import type { Dictionaries } from './dictionaries.ts';
import { Question } from './question.ts';
import type { Segment, SegmentColumns } from './segment.ts';
import { WordProbe } from './text-probe.ts';
import type { TraitNeeds } from './trait-needs.ts';
import { traitNeedsOf } from './trait-needs.ts';

export interface FilterProbe {
  readonly needs: TraitNeeds;
  matches(segment: Segment, row: number): boolean;
}

type RowTest = (columns: SegmentColumns, row: number) => boolean;

/** `undefined` for a filter that asks nothing. */
export function filterProbe(filter: SiteFilter | undefined, dictionaries: Dictionaries): FilterProbe | undefined {
  if (filter === undefined) return undefined;
  // Ordered by what they cost.
  const tests = [
    ...placeTests(filter, dictionaries),
    ...evseTests(filter, dictionaries),
    ...wordTests(filter, dictionaries),
  ];
  const [only] = tests;
  if (only === undefined) return undefined;
  const needs = traitNeedsOf(filter);
  if (tests.length === 1) return { needs, matches: ({ columns }, row) => only(columns, row) };
  return {
    needs,
    matches({ columns }, row) {
      for (const test of tests) {
        if (!test(columns, row)) return false;
      }
      return true;
    },
  };
}

function placeTests(filter: SiteFilter, { suppliers, providers, places, hours }: Dictionaries): readonly RowTest[] {
  const tests: RowTest[] = [];
  const { supplierNames, operatorIds, exceptOperatorIds, eMobilityServiceProviders, countries, vehicles, openAt } =
    filter;
  if ((supplierNames ?? operatorIds ?? exceptOperatorIds) !== undefined) {
    const question = new Question(suppliers.values, (value) => suppliersMatch(value, filter));
    tests.push((columns, row) => question.yes(columns.suppliers[row] ?? 0));
  }
  if (eMobilityServiceProviders !== undefined) {
    const question = new Question(providers.values, (value) => providersMatch(value, eMobilityServiceProviders));
    tests.push((columns, row) => question.yes(columns.providers[row] ?? 0));
  }
  if ((countries ?? vehicles) !== undefined) {
    const question = new Question(
      places.values,
      (value) =>
        (countries === undefined || countries.has(value.country)) &&
        (vehicles === undefined || vehiclesMatch(value.vehicles, vehicles)),
    );
    tests.push((columns, row) => question.yes(columns.places[row] ?? 0));
  }
  if (openAt !== undefined) {
    const question = new Question(hours, (value) => isOpenAt(value, openAt) === true);
    tests.push((columns, row) => question.yes(columns.hours[row] ?? 0));
  }
  return tests;
}

function evseTests({ connector, paymentSupports, vehicle }: SiteFilter, { evses }: Dictionaries): readonly RowTest[] {
  const tests: RowTest[] = [];
  if (connector !== undefined) {
    const question = new Question(evses.values, (value) => hasConnector(value, connector));
    const good = Uint8Array.from(statuses, ({ status }) => (statusMatches(status, connector) ? 1 : 0));
    tests.push(anyEvse(question, good));
  }
  const present = Uint8Array.from(statuses, ({ status }) => (status === 'REMOVED' ? 0 : 1));
  if (paymentSupports !== undefined) {
    tests.push(anyEvse(new Question(evses.values, (value) => takesPayment(value, paymentSupports)), present));
  }
  if (vehicle !== undefined) {
    tests.push(anyEvse(new Question(evses.values, (value) => fitsVehicle(value.vehicleLimits, vehicle)), present));
  }
  return tests;
}

/** @param good by status code: 1 where an EVSE of that status counts. */
function anyEvse<T>(question: Question<T>, good: Uint8Array): RowTest {
  return ({ evseStarts, evseKinds, statuses: live }, row) => {
    const end = evseStarts[row + 1] ?? 0;
    for (let evse = evseStarts[row] ?? 0; evse < end; evse++) {
      if (good[live[evse] ?? 0] === 1 && question.yes(evseKinds[evse] ?? 0)) return true;
    }
    return false;
  };
}

function wordTests({ words, nameWords }: SiteFilter, dictionaries: Dictionaries): readonly RowTest[] {
  return [
    ...(words ?? []).map((word) => new WordProbe(dictionaries, word, false)),
    ...(nameWords ?? []).map((word) => new WordProbe(dictionaries, word, true)),
  ].map((probe) => (columns, row) => probe.matches(columns, row));
}
