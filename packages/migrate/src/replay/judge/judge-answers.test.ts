import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyV2 } from '../../convert/testing/any-v2.ts';
import { another, changedAt, leavesOf } from '../../convert/testing/leaves.ts';
import { judgeAnswers } from './judge-answers.ts';
import type { Judgement } from './verdict.ts';
import { isExplained } from './verdict.ts';

const golden = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../../spec/golden/v2/with-everything/${file}`, import.meta.url), 'utf8'));

const ok = (body: unknown) => ({ status: 200, body });
const pageOf = (...stations: readonly object[]) => ({
  hasMore: false,
  count: stations.length,
  evStations: { evStation: stations },
});
const unexplained = (judgements: readonly Judgement[]) => judgements.filter((judgement) => !isExplained(judgement));

function judged(v2: object, v3: object): readonly Judgement[] {
  return judgeAnswers('stations', ok(pageOf(v2)), ok(pageOf(v3)));
}

/** What one field comes to, by its path below the station. */
function found(v2: object, v3: object, field: string): Partial<Judgement> | undefined {
  const judgement = judged({ poolId: 'p', ...v2 }, { poolId: 'p', ...v3 }).find(
    (each) => each.field === `evStations.evStation.${field}`,
  );
  return judgement && { verdict: judgement.verdict, ...(judgement.rule && { rule: judgement.rule }) };
}

const connector = (more: object) => ({
  connectors: { connector: [{ connectorType: { id: '31', name: 'IEC 62196-2 type 2 (Mennekes)' }, ...more }] },
});
const inConnector = (field: string): string => `connectors.connector.${field}`;

const documents = { stations: golden('stations.json'), 'evses/bulk': golden('evses.json') } as const;

/**
 * Fields whose change is explained, with the rules that do, where one value after the other is changed in what v3 is said to
 * say, and nothing else is.
 */
function explainedChanges(resource: keyof typeof documents, change: (value: unknown) => unknown) {
  const document = documents[resource];
  const explained: Record<string, string> = {};
  for (const { path } of leavesOf(document)) {
    const judgements = judgeAnswers(resource, ok(document), ok(changedAt(document, path, change)));
    if (unexplained(judgements).length > 0) continue;
    const differing = judgements.filter(({ v2, v3 }) => JSON.stringify(v2) !== JSON.stringify(v3));
    explained[path.slice(1).replaceAll(/\/\d+/g, '')] = differing.map(({ rule }) => rule).join();
  }
  return explained;
}

describe('answers of both generations', () => {
  it('that are the same have nothing unexplained, and every field is judged', () => {
    fc.assert(
      fc.property(anyV2, (station) => {
        const judgements = judged(station, station);
        expect(unexplained(judgements)).toEqual([]);
        expect(judgements.length).toBeGreaterThan(3);
      }),
    );
  });

  it('are found to differ wherever they do, but for what is named here', () => {
    expect(leavesOf(documents.stations).length).toBeGreaterThan(90);
    expect(leavesOf(documents['evses/bulk']).length).toBeGreaterThan(20);
    expect(explainedChanges('stations', another)).toEqual({ 'evStations/evStation/id': 'station_id_not_kept' });
    expect(explainedChanges('evses/bulk', another)).toEqual({ 'pools/stations/id': 'station_id_not_kept' });
  });

  it('are found to lack what v2 says, but for what is named here', () => {
    const lacking = () => undefined;
    const station = 'evStations/evStation';
    expect(explainedChanges('stations', lacking)).toEqual({
      [`${station}/contacts/phone/label`]: 'no_place_in_v3',
      [`${station}/contacts/website/label`]: 'no_place_in_v3',
      [`${station}/connectors/connector/supplierContacts/phone/label`]: 'no_place_in_v3',
      [`${station}/connectors/connector/supplierContacts/website/label`]: 'no_place_in_v3',
      [`${station}/connectors/connector/connectorDetails/pay`]: 'no_place_in_v3',
      [`${station}/roaming/ema_id`]: 'ema_ids_not_listed',
    });
    expect(explainedChanges('evses/bulk', lacking)).toEqual({});
  });

  it.each([
    [
      connector({ maxPowerLevel: 22.08 }),
      connector({ maxPowerLevel: 22.08 }),
      inConnector('maxPowerLevel'),
      'mapped',
      'kilowatts_of_watts',
    ],
    [{ brand: 'A' }, { brand: 'B' }, 'brand', 'different', undefined],
    [{ brand: 'A' }, {}, 'brand', 'missing', undefined],
    [{ pvId: 'x' }, {}, 'pvId', 'lossy', 'no_place_in_v3'],
    [{}, { brand: 'A' }, 'brand', 'mapped', 'said_additionally'],
    [{ id: 'a' }, { id: 'p' }, 'id', 'lossy', 'station_id_not_kept'],
    [{ distance: 10_000 }, { distance: 10_040 }, 'distance', 'mapped', 'distance_rounded'],
    [{ distance: 10_000 }, { distance: 10_400 }, 'distance', 'different', undefined],
    [
      { lastUpdateTimestamp: '2026-01-01T12:00:00.250+0200' },
      { lastUpdateTimestamp: '2026-01-01T10:00:00Z' },
      'lastUpdateTimestamp',
      'mapped',
      'instant_respelled',
    ],
    [
      { contacts: { phone: [{ value: '030 / 123456' }] } },
      { contacts: { phone: [{ value: '+4930123456' }] } },
      'contacts.phone.value',
      'mapped',
      'phone_respelled',
    ],
    [{ contacts: { phone: [{ value: '0800 CHARGE' }] } }, {}, 'contacts.phone', 'lossy', 'phone_not_international'],
    [{ inventedLater: 1 }, {}, 'inventedLater', 'lossy', 'no_place_in_v3'],
  ])('judge %j beside %j: %s is %s', (v2, v3, field, verdict, rule) => {
    expect(found(v2, v3, field)).toEqual({ verdict, ...(rule === undefined ? {} : { rule }) });
  });

  it.each([
    ['UNKNOWN', 'OTHER', 'mapped', 'older_state_word'],
    ['OFFLINE', 'OUT_OF_SERVICE', 'lossy', 'dialect_without_planned'],
    ['AVAILABLE', 'AVAILABLE', 'mapped', 'state_of_status'],
    ['AVAILABLE', 'OCCUPIED', 'different', undefined],
  ])('judge the state %s beside %s as %s', (one, other, verdict, rule) => {
    const evse = (state: string) => connector({ connectorStatuses: { connectorStatus: [{ cpoEvseId: 'e', state }] } });
    const field = inConnector('connectorStatuses.connectorStatus.state');
    expect(found(evse(one), evse(other), field)).toEqual({ verdict, ...(rule === undefined ? {} : { rule }) });
  });

  it('name the station and connector of a difference', () => {
    const [one, other] = [22, 50].map((maxPowerLevel) => ({ poolId: 'p', ...connector({ maxPowerLevel }) }));
    const missing = unexplained(judged(one ?? {}, other ?? {}));
    expect(missing.map(({ field, verdict, at }) => [field, verdict, at])).toEqual([
      ['evStations.evStation.connectors.connector', 'missing', '"p" 31 22000'],
      ['evStations.evStation.connectors.connector', 'different', '"p" 31 50000'],
    ]);
  });

  it('may have stations of one distance in another order, and no others', () => {
    const stations = [
      { poolId: 'a', distance: 100 },
      { poolId: 'b', distance: 101 },
      { poolId: 'c', distance: 300 },
    ] as const;
    const [a, b, c] = stations;
    const order = (...others: readonly object[]) =>
      judgeAnswers('stations', ok(pageOf(...stations)), ok(pageOf(...others))).at(-1);
    expect(order(a, b, c)).toMatchObject({ verdict: 'equal' });
    expect(order(b, a, c)).toMatchObject({ verdict: 'mapped', rule: 'order_of_equals' });
    expect(order(c, b, a)).toMatchObject({ verdict: 'different' });
  });

  it('differ in status, or refuse alike in other words', () => {
    const refusal = (status: number, message: string) => ({ status, body: { Type: 'x', Message: [message] } });
    expect(judgeAnswers('stations', refusal(404, 'a'), ok({}))).toMatchObject([
      { field: 'status', verdict: 'different' },
    ]);
    expect(unexplained(judgeAnswers('stations', refusal(404, 'a'), refusal(404, 'b')))).toEqual([]);
  });

  it('of EVSEs in bulk are judged EVSE by EVSE', () => {
    const evses = golden('evses.json');
    const state = leavesOf(evses).find(({ path }) => path.endsWith('/state'))?.path ?? '';
    const changed = changedAt(evses, state, () => 'RESERVED');
    expect(unexplained(judgeAnswers('evses/bulk', ok(evses), ok(evses)))).toEqual([]);
    expect(unexplained(judgeAnswers('evses/bulk', ok(evses), ok(changed)))).toMatchObject([{ live: true }]);
  });
});
