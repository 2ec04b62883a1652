/**
 * What came of all requests, summed up as it comes in, in any order: as large as the answers are various, however many there
 * are. The order of the traffic decides which examples are kept, so that the same answers make the same report.
 */
import type { Example, ReplayedRequest } from '../judge/replayed.ts';
import type { RuleCode } from '../judge/rules.ts';
import type { Verdict } from '../judge/verdict.ts';
import { isExplained, verdicts } from '../judge/verdict.ts';
import type { RecordedRequest } from '../traffic/read-traffic.ts';
import type { KeptExample } from './first-examples.ts';
import { firstExamples } from './first-examples.ts';

export type Counts = Readonly<Record<Verdict, number>>;
type Sum = Record<Verdict, number>;

export interface UnansweredRequest extends RecordedRequest {
  readonly generation: 'v2' | 'v3';
  readonly reason: string;
}

export interface ResourceTally {
  /** Different requests, and how often they were made. */
  readonly requests: number;
  readonly times: number;
  /** Different requests with something unexplained. */
  readonly unexplained: number;
  readonly unanswered: number;
  readonly fields: Counts;
}

export interface DifferenceTally {
  readonly field: string;
  readonly verdict: Verdict;
  readonly count: number;
  /** Different requests that show it. */
  readonly requests: number;
  readonly examples: readonly KeptExample[];
}

export interface Tally {
  /** Requests that were judged. */
  readonly judged: number;
  readonly has: (target: string) => boolean;
  /** How often it was made is taken from the traffic. What the traffic does not have, or what is in already, is passed over. */
  readonly judge: (request: ReplayedRequest) => void;
  readonly leave: (request: UnansweredRequest) => void;
  readonly resources: ReadonlyMap<string, ResourceTally>;
  readonly fields: ReadonlyMap<string, Counts>;
  readonly rules: ReadonlyMap<RuleCode, { readonly count: number; readonly examples: readonly KeptExample[] }>;
  readonly differences: readonly DifferenceTally[];
  /** In the order of the traffic. */
  readonly unanswered: readonly UnansweredRequest[];
}

/** Examples of each kind of difference. */
const EXAMPLES = 5;

const none = (): Sum => Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Sum;

export function tallyFor(requests: readonly RecordedRequest[]): Tally {
  const places = new Map(requests.map(({ target, times }, order) => [target, { order, times, isIn: false }]));
  const resources = new Map<string, ReturnType<typeof newResource>>();
  const fields = new Map<string, Sum>();
  const rules = new Map<RuleCode, { count: number; readonly first: ReturnType<typeof firstExamples> }>();
  const differences = new Map<string, ReturnType<typeof newDifference>>();
  const unanswered: UnansweredRequest[] = [];
  let judged = 0;

  function resourceOf({ resource }: RecordedRequest, times: number) {
    const line = entryOf(resources, resource, newResource);
    line.requests++;
    line.times += times;
    return line;
  }

  function judge(request: ReplayedRequest): void {
    const place = places.get(request.target);
    if (place === undefined || place.isIn) return;
    place.isIn = true;
    judged++;
    const resource = resourceOf(request, place.times);
    if (!request.fields.every(isExplained)) resource.unexplained++;
    const examplesWith = (holds: (example: Example) => boolean): readonly KeptExample[] =>
      request.examples.filter(holds).map((example) => ({ target: request.target, ...example }));
    for (const { field, verdict, rule, count } of request.fields) {
      resource.fields[verdict] += count;
      entryOf(fields, field, none)[verdict] += count;
      if (rule !== undefined) {
        const line = entryOf(rules, rule, () => ({ count: 0, first: firstExamples(1) }));
        line.count += count;
        line.first.offer(place.order, () => examplesWith((each) => each.rule === rule));
      }
      if (isExplained({ verdict })) continue;
      const line = entryOf(differences, `${field} ${verdict}`, () => newDifference(field, verdict));
      line.count += count;
      line.requests++;
      line.first.offer(place.order, () => examplesWith((each) => each.field === field && each.verdict === verdict));
    }
  }

  return {
    get judged() {
      return judged;
    },
    has: (target) => places.get(target)?.isIn ?? false,
    judge,
    leave: (request) => {
      resourceOf(request, request.times).unanswered++;
      unanswered.push(request);
    },
    resources,
    fields,
    get rules() {
      return new Map([...rules].map(([rule, { count, first }]) => [rule, { count, examples: first.kept() }]));
    },
    get differences() {
      return [...differences.values()].map(({ first, ...line }) => ({ ...line, examples: first.kept() }));
    },
    get unanswered() {
      const orderOf = ({ target }: UnansweredRequest): number => places.get(target)?.order ?? 0;
      return unanswered.toSorted((one, other) => orderOf(one) - orderOf(other));
    },
  };
}

function newResource() {
  return { requests: 0, times: 0, unexplained: 0, unanswered: 0, fields: none() };
}

function newDifference(field: string, verdict: Verdict) {
  return { field, verdict, count: 0, requests: 0, first: firstExamples(EXAMPLES) };
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
