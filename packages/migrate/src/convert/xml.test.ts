/** v2 in XML says what it says in JSON, and nothing in it is expanded. */
import { readFileSync } from 'node:fs';
import { writeElement, writeXml } from '@pantograph/model/v2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { converter } from './index.ts';
import { anyV3 } from './testing/any-v3.ts';

const now = new Date('2026-03-10T12:00:00Z');
const golden = new URL('../../../../spec/golden/v2/', import.meta.url);

const { convert, convertXml } = converter({ from: 'v2', to: 'v3', now });

describe('XML', () => {
  for (const name of ['with-everything', 'guide-dialect', 'published-dialect']) {
    it(`converts as the JSON of the same answer does: ${name}`, () => {
      const read = (file: string): string => readFileSync(new URL(`${name}/${file}`, golden), 'utf8');
      const ofXml = convertXml(read('stations.xml'));
      expect(ofXml).toHaveLength(1);
      expect(ofXml).toEqual(convert(JSON.parse(read('stations.json'))));
    });
  }

  it('of any station', { timeout: 60_000 }, () => {
    const toV2 = converter({ from: 'v3', to: 'v2', now });
    fc.assert(
      fc.property(anyV3, (place) => {
        const [station] = toV2.convert(place);
        const answer = { hasMore: false, evStations: { evStation: [station?.object] } };
        const [ofXml] = convertXml(writeXml('evStationsResult', answer));
        const [ofJson] = convert(JSON.parse(JSON.stringify(answer)));
        expect(ofXml?.object).toEqual(ofJson?.object);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses statuses without a position pool by pool, as in JSON', () => {
    const pool = (id: string) => ({ id, stations: [{ id, cpoId: 'x', evses: [{ id: '1', state: 'AVAILABLE' }] }] });
    for (const pools of [[pool('a')], [pool('a'), pool('b')]]) {
      const ofJson = convert({ pools });
      const refused = ofJson.map(({ id, object, findings }) => [id, object, findings.map(({ rule }) => rule)]);
      expect(refused).toEqual(pools.map(({ id }) => [id, undefined, ['no_position']]));
      expect(convertXml(writeXml('evses', { pools }))).toEqual(ofJson);
    }
  });

  it('reads several stations, one, and none', () => {
    const station = (id: string): object => ({ id, poolId: id, position: { latitude: 1, longitude: 2 } });
    const answer = (ids: string[]): string =>
      `<evStationsResult><hasMore>false</hasMore><evStations>${ids.map((id) => writeElement('evStation', station(id))).join('')}</evStations></evStationsResult>`;
    expect(convertXml(answer(['a', 'b'])).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(convertXml(answer(['a'])).map(({ id }) => id)).toEqual(['a']);
    expect(convertXml(answer([]))).toEqual([]);
  });

  const bombs = {
    'a DOCTYPE': '<!DOCTYPE x SYSTEM "file:///etc/passwd"><evStationsResult/>',
    'a billion laughs': '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><evStationsResult>&b;</evStationsResult>',
    'an entity without a declaration': '<evStationsResult>&b;</evStationsResult>',
    'a hundred thousand levels': '<a>'.repeat(100_000),
    'half a document': '<evStationsResult><evStations><evStation id="1">',
    'tags that do not match': '<evStationsResult><a></b></evStationsResult>',
    'two documents': '<evStationsResult/><evStationsResult/>',
    'a tag that never ends': `<evStationsResult a="${'x'.repeat(1000)}`,
    'no XML at all': 'stations: none',
  };
  for (const [name, text] of Object.entries(bombs)) {
    it(`refuses ${name}`, () => {
      const [conversion] = convertXml(text);
      expect(conversion?.object).toBeUndefined();
      expect(conversion?.findings.map(({ rule }) => rule)).toEqual(['xml_refused']);
    });
  }
});
