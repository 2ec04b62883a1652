/** A filter made ready to be asked of rows. It means what `matchesFilter` means, and asks the same functions. */
import { isOpenAt } from '@pantograph/model/location';
import type { OpeningTimes } from '@pantograph/model/location';
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
import type { EvseFacts, SupplierFacts } from '../site-facts.ts';
import { fitsVehicle } from '../vehicle-fit.ts';
import type { Dictionaries, PlaceFacts } from './dictionaries.ts';
import { Question } from './question.ts';
import type { SegmentColumns } from './segment.ts';
import { FAN_OUT } from './box-tree.ts';
import { lowest } from './leaf-rows.ts';
import { EQUIPMENT_FACT, FACTS, HOURS_FACT, PLACE_FACT, PROVIDERS_FACT, SUPPLIERS_FACT } from './segment.ts';
import { WordProbe } from './text-probe.ts';
import type { TraitNeeds } from './trait-needs.ts';
import { traitNeedsOf } from './trait-needs.ts';

/** Every row of every search comes by here, so that nothing is made and nothing is looked up by name on the way. */
export class FilterProbe {
  readonly needs: TraitNeeds;
  /** By how many questions. */
  asked = 0;
  readonly #suppliers: Question<SupplierFacts> | undefined;
  readonly #providers: Question<readonly string[]> | undefined;
  readonly #place: Question<PlaceFacts> | undefined;
  readonly #hours: Question<OpeningTimes> | undefined;
  readonly #evses: readonly EvseProbe[];
  readonly #words: readonly WordProbe[];

  constructor(filter: SiteFilter, dictionaries: Dictionaries) {
    this.needs = traitNeedsOf(filter);
    this.#suppliers = supplierQuestion(filter, dictionaries);
    this.#providers = providerQuestion(filter, dictionaries);
    this.#place = placeQuestion(filter, dictionaries);
    this.#hours = hoursQuestion(filter, dictionaries);
    this.#evses = evseProbes(filter, dictionaries);
    this.#words = wordProbes(filter, dictionaries);
  }

  /** What the numbers of some rows of a leaf say, all in one column; leaves out only rows that do not match. */
  mayMatchIn({ facts }: SegmentColumns, leaf: number, rows: number): number {
    const first = leaf * FAN_OUT * FACTS;
    let kept = rows;
    for (const { equipment } of this.#evses) kept = equipment.among(facts, first + EQUIPMENT_FACT, FACTS, kept);
    if (this.#providers) kept = this.#providers.among(facts, first + PROVIDERS_FACT, FACTS, kept);
    if (this.#suppliers) kept = this.#suppliers.among(facts, first + SUPPLIERS_FACT, FACTS, kept);
    if (this.#place) kept = this.#place.among(facts, first + PLACE_FACT, FACTS, kept);
    if (this.#hours) kept = this.#hours.among(facts, first + HOURS_FACT, FACTS, kept);
    return kept;
  }

  /** Those that match, of rows that may match. */
  matchesIn(columns: SegmentColumns, leaf: number, rows: number): number {
    let kept = rows;
    for (let left = rows; left !== 0; left &= left - 1) {
      if (!this.matches(columns, leaf * FAN_OUT + lowest(left))) kept ^= left & -left;
    }
    return kept;
  }

  /** For rows that may match: live statuses and words. */
  matches(columns: SegmentColumns, row: number): boolean {
    for (const probe of this.#evses) if (!hasEvse(columns, row, probe)) return false;
    for (const word of this.#words) if (!word.matches(columns, row)) return false;
    return true;
  }
}

interface EvseProbe {
  /** Whether one of a set of kinds will do. */
  readonly equipment: Question<readonly number[]>;
  readonly evse: Question<EvseFacts>;
  /** By status code: 1 where an EVSE of that status counts. */
  readonly good: Uint8Array;
}

const present = Uint8Array.from(statuses, ({ status }) => (statusMatches(status, {}) ? 1 : 0));
const available = Uint8Array.from(statuses, ({ status }) => (statusMatches(status, { available: true }) ? 1 : 0));

function evseProbes(filter: SiteFilter, { evses, equipment }: Dictionaries): readonly EvseProbe[] {
  const { connector, paymentSupports, vehicle } = filter;
  const probes: EvseProbe[] = [];
  const add = (holds: (facts: EvseFacts) => boolean, good: Uint8Array): void => {
    const evse = new Question(evses.values, holds);
    probes.push({
      equipment: new Question(equipment.values, (kinds) => kinds.some((kind) => evse.yes(kind))),
      evse,
      good,
    });
  };
  if (connector !== undefined) {
    add((facts) => hasConnector(facts, connector), connector.available === true ? available : present);
  }
  if (paymentSupports !== undefined) add((facts) => takesPayment(facts, paymentSupports), present);
  if (vehicle !== undefined) add((facts) => fitsVehicle(facts.vehicleLimits, vehicle), present);
  return probes;
}

function hasEvse({ evseStarts, evseKinds, statuses: live }: SegmentColumns, row: number, probe: EvseProbe): boolean {
  const end = evseStarts[row + 1] ?? 0;
  for (let evse = evseStarts[row] ?? 0; evse < end; evse++) {
    if (probe.good[live[evse] ?? 0] === 1 && probe.evse.yes(evseKinds[evse] ?? 0)) return true;
  }
  return false;
}

function supplierQuestion(filter: SiteFilter, { suppliers }: Dictionaries): Question<SupplierFacts> | undefined {
  if ((filter.supplierNames ?? filter.operatorIds ?? filter.exceptOperatorIds) === undefined) return undefined;
  return new Question(suppliers.values, (facts) => suppliersMatch(facts, filter));
}

function providerQuestion(
  { eMobilityServiceProviders: wanted }: SiteFilter,
  { providers }: Dictionaries,
): Question<readonly string[]> | undefined {
  return wanted === undefined ? undefined : new Question(providers.values, (ids) => providersMatch(ids, wanted));
}

function placeQuestion(
  { countries, vehicles }: SiteFilter,
  { places }: Dictionaries,
): Question<PlaceFacts> | undefined {
  if ((countries ?? vehicles) === undefined) return undefined;
  return new Question(
    places.values,
    (facts) =>
      (countries === undefined || countries.has(facts.country)) &&
      (vehicles === undefined || vehiclesMatch(facts.vehicles, vehicles)),
  );
}

function hoursQuestion({ openAt }: SiteFilter, { hours }: Dictionaries): Question<OpeningTimes> | undefined {
  return openAt === undefined ? undefined : new Question(hours, (times) => isOpenAt(times, openAt) === true);
}

function wordProbes({ words, nameWords }: SiteFilter, dictionaries: Dictionaries): readonly WordProbe[] {
  return [
    ...(words ?? []).map((word) => new WordProbe(dictionaries, word, false)),
    ...(nameWords ?? []).map((word) => new WordProbe(dictionaries, word, true)),
  ];
}
