/** v3 to v2 and back differs only in ways that one of the two reports declares. */
import type { ChargingLocation } from '@pantograph/model/v3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversion, Finding, Form } from './index.ts';
import { converter } from './index.ts';
import { anyV3 } from './testing/any-v3.ts';
import { leavesOf } from './testing/leaves.ts';
import { connectorKey } from './v3-to-v2/v3-fates.ts';

const now = new Date('2026-03-10T12:00:00Z');

function convertOne(from: Form, to: Form, input: unknown): Conversion {
  const [conversion] = converter({ from, to, now }).convert(JSON.parse(JSON.stringify(input)));
  if (conversion === undefined) throw new Error('nothing came out');
  return conversion;
}

/** EVSEs by uid, connectors by what v2 tells them apart by, instants in one spelling: places in lists mean nothing. */
function unordered(place: ChargingLocation): object {
  const evses = (place.evses ?? []).map((evse) => {
    const seen = new Map<string, number>();
    const connectors = evse.connectors.map((connector) => {
      const key = connectorKey(connector);
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      return [`${key} ${String(nth)}`, connector] as const;
    });
    const modified = new Date(evse.modified).toISOString();
    return [evse.uid, { ...evse, modified, connectors: Object.fromEntries(connectors) }] as const;
  });
  return JSON.parse(JSON.stringify({ ...place, evses: Object.fromEntries(evses) })) as object;
}

/** Findings name places in lists; leaves of the unordered form are named by keys. */
function pathsOf(findings: readonly Finding[], place: ChargingLocation, form: object): string[] {
  const { evses = {} } = form as { evses?: Readonly<Record<string, { connectors: object }>> };
  return findings
    .filter(({ words }) => words === 'v3')
    .map(({ path }) =>
      path.replace(/^\/evses\/(\d+)(?:\/connectors\/(\d+))?/, (_, evse: string, connector?: string) => {
        const uid = place.evses?.[Number(evse)]?.uid ?? '';
        const key = connector === undefined ? undefined : Object.keys(evses[uid]?.connectors ?? {})[Number(connector)];
        return `/evses/${uid}${key === undefined ? '' : `/connectors/${key}`}`;
      }),
    );
}

function isDeclared(path: string, told: readonly string[]): boolean {
  return told.some((one) => one === '' || path === one || path.startsWith(`${one}/`));
}

/** Whole lists: their order and places may change where what is in them does not. Tariffs are referred to by place. */
const asSets =
  /^\/(tariffs|openingHours|facilityTypes|restrictions|eMobilityServiceProviders|accessPoints)\/|\/(capabilities|paymentSupports|tariffIndexes)\//;

function withoutLists(form: object): Map<string, unknown> {
  return new Map(leavesOf(form).flatMap(({ path, value }) => (asSets.test(path) ? [] : [[path, value] as const])));
}

describe('v3 to v2 to v3', () => {
  it('loses and gains only what is declared', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyV3, (place) => {
        const there = convertOne('v3', 'v2', place);
        const back = convertOne('v2', 'v3', there.object);
        const [before, after] = [unordered(place), unordered(back.object as ChargingLocation)];
        // EVSEs that are made up are in what came back alone.
        const lost =
          place.evses === undefined
            ? pathsOf(there.findings, back.object as ChargingLocation, after)
            : pathsOf(there.findings, place, before);
        const made = pathsOf(back.findings, back.object as ChargingLocation, after);
        const [old, young] = [withoutLists(before), withoutLists(after)];
        const undeclared = [
          ...[...old].filter(([path, value]) => young.get(path) !== value && !isDeclared(path, lost)),
          ...[...young].filter(([path]) => !old.has(path) && !isDeclared(path, [...lost, ...made, ...always])),
        ];
        expect(undeclared).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is without loss where v2 has a word for everything', () => {
    const place: ChargingLocation = {
      id: 'here:evcp:charginglocation:a-1',
      location: { lat: 52.5, lng: 13.4 },
      name: 'Strom',
      address: { street: 'Ring', houseNumber: '1', city: 'Berlin', countryCode: 'DEU', postalCode: '10115' },
      timeZone: 'Europe/Berlin',
      openingHours: { open24x7: true },
      cpoLocationId: 'L1',
      supportPhoneNumber: '+4930123456',
      evses: [
        {
          uid: 'E1',
          status: 'CHARGING',
          modified: '2026-03-01T10:00:00.000Z',
          connectors: [
            {
              id: '7',
              standard: 'IEC_62196_T2',
              format: 'SOCKET',
              powerType: 'AC_3_PHASE',
              maxVoltage: 230,
              maxCurrent: 32,
              maxPower: 22_080,
              tariffIndexes: [0],
            },
          ],
          evseId: 'DE*ABC*E1',
        },
      ],
      operator: { name: 'Strom', partnerId: '8ed2ed7e-6d61-8c2e-a4f1-d5d8e1a5ae3a', website: 'https://strom.example' },
      tariffs: [
        {
          partner: 'Strom',
          partnerId: '8ed2ed7e-6d61-8c2e-a4f1-d5d8e1a5ae3a',
          type: 'adhoc',
          currency: 'EUR',
          elements: [{ components: [{ dimension: 'ENERGY', price: 0.49, vat: 19, step: 100 }] }],
        },
      ],
    };
    const there = convertOne('v3', 'v2', place);
    const back = convertOne('v2', 'v3', there.object);
    const partner = (back.object as ChargingLocation).operator?.partnerId;
    const text = JSON.stringify(place).replaceAll('8ed2ed7e-6d61-8c2e-a4f1-d5d8e1a5ae3a', String(partner));
    expect(back.object).toEqual(JSON.parse(text));
    expect(back.findings.map(({ rule }) => rule)).toEqual(['brand_as_operator', 'partner_id_made']);
  });
});

/** v2 always says these, of its own. */
const always = ['/name', '/operator'];
