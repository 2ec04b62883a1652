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
import type { EvseFacts } from '../site-facts.ts';
import { fitsVehicle } from '../vehicle-fit.ts';
import type { Dictionaries } from './dictionaries.ts';
import { Question } from './question.ts';
import type { SegmentColumns } from './segment.ts';
import { EQUIPMENT_FACT, FACTS, HOURS_FACT, PLACE_FACT, PROVIDERS_FACT, SUPPLIERS_FACT } from './segment.ts';
import { WordProbe } from './text-probe.ts';
import type { TraitNeeds } from './trait-needs.ts';
import { traitNeedsOf } from './trait-needs.ts';

export interface FilterProbe {
  readonly needs: TraitNeeds;
  matches(columns: SegmentColumns, row: number): boolean;
}

type RowTest = (columns: SegmentColumns, row: number) => boolean;

/** `undefined` for a filter that asks nothing. */
export function filterProbe(filter: SiteFilter, dictionaries: Dictionaries): FilterProbe | undefined {
  // Ordered by what they cost.
  const tests: readonly RowTest[] = [
    ...placeTests(filter, dictionaries),
    ...evseTests(filter, dictionaries),
    ...wordTests(filter, dictionaries),
  ];
  const [first, second] = tests;
  if (first === undefined) return undefined;
  const needs = traitNeedsOf(filter);
  if (second === undefined) return { needs, matches: first };
  if (tests.length === 2) return { needs, matches: (columns, row) => first(columns, row) && second(columns, row) };
  return {
    needs,
    matches(columns, row) {
      for (const test of tests) if (!test(columns, row)) return false;
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
    tests.push((columns, row) => question.yes(columns.facts[FACTS * row + SUPPLIERS_FACT] ?? 0));
  }
  if (eMobilityServiceProviders !== undefined) {
    const question = new Question(providers.values, (value) => providersMatch(value, eMobilityServiceProviders));
    tests.push((columns, row) => question.yes(columns.facts[FACTS * row + PROVIDERS_FACT] ?? 0));
  }
  if ((countries ?? vehicles) !== undefined) {
    const question = new Question(
      places.values,
      (value) =>
        (countries === undefined || countries.has(value.country)) &&
        (vehicles === undefined || vehiclesMatch(value.vehicles, vehicles)),
    );
    tests.push((columns, row) => question.yes(columns.facts[FACTS * row + PLACE_FACT] ?? 0));
  }
  if (openAt !== undefined) {
    const question = new Question(hours, (value) => isOpenAt(value, openAt) === true);
    tests.push((columns, row) => question.yes(columns.facts[FACTS * row + HOURS_FACT] ?? 0));
  }
  return tests;
}

function evseTests(filter: SiteFilter, { evses, equipment }: Dictionaries): readonly RowTest[] {
  const { connector, paymentSupports, vehicle } = filter;
  const tests: RowTest[] = [];
  /** @param good by status code: 1 where an EVSE of that status counts */
  const addTest = (holds: (facts: EvseFacts) => boolean, good: Uint8Array): void => {
    const evse = new Question(evses.values, holds);
    const anyEvse = new Question(equipment.values, (kinds) => kinds.some((kind) => evse.yes(kind)));
    tests.push(
      (columns, row) =>
        anyEvse.yes(columns.facts[FACTS * row + EQUIPMENT_FACT] ?? 0) && hasEvse(columns, row, evse, good),
    );
  };
  if (connector !== undefined) {
    addTest((facts) => hasConnector(facts, connector), connector.available === true ? available : present);
  }
  if (paymentSupports !== undefined) addTest((facts) => takesPayment(facts, paymentSupports), present);
  if (vehicle !== undefined) addTest((facts) => fitsVehicle(facts.vehicleLimits, vehicle), present);
  return tests;
}

const present = Uint8Array.from(statuses, ({ status }) => (statusMatches(status, {}) ? 1 : 0));
const available = Uint8Array.from(statuses, ({ status }) => (statusMatches(status, { available: true }) ? 1 : 0));

function hasEvse(columns: SegmentColumns, row: number, question: Question<EvseFacts>, good: Uint8Array): boolean {
  const { evseStarts, evseKinds, statuses: live } = columns;
  const end = evseStarts[row + 1] ?? 0;
  for (let evse = evseStarts[row] ?? 0; evse < end; evse++) {
    if (good[live[evse] ?? 0] === 1 && question.yes(evseKinds[evse] ?? 0)) return true;
  }
  return false;
}

function wordTests({ words, nameWords }: SiteFilter, dictionaries: Dictionaries): readonly RowTest[] {
  return [
    ...(words ?? []).map((word) => new WordProbe(dictionaries, word, false)),
    ...(nameWords ?? []).map((word) => new WordProbe(dictionaries, word, true)),
  ].map((probe) => (columns, row) => probe.matches(columns, row));
}
