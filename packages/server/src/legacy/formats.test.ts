/** JSON and XML are one tree; texts that are put together from kept parts are the tree's own. */
import type { Page, StationFacts } from '@pantograph/model/v2';
import { factsOfSite, pageOfKnown, presentPage, vendorQuirks } from '@pantograph/model/v2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallWorld, smallWorldId, smallWorldTime } from '../../test/small-world.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { write } from './answer/format.ts';
import type { LegacyFormat } from './answer/format.ts';
import { stationForms } from './answer/station-form.ts';
import { writeList } from './answer/station-list.ts';
import { stationOfFacts } from './back-end/station-of-facts.ts';
import { legacyUnderTest } from './testing/legacy-under-test.ts';
import { treeOfJson, treeOfXml } from './testing/xml-tree.ts';

const v2 = legacyUnderTest();
const market = smallWorldId('DELFT-MARKT');
const all = smallWorld().locations.map(({ contentId }) => `id=${contentId}`);

/** Resource, query, root of the XML. */
const answers = [
  ['stations', 'prox=52.0116,4.3571,200000', 'evStationsResult'],
  ['stations', 'prox=1,1,1', 'evStationsResult'],
  ['stations', 'bbox=53,4;52,5', 'evStationsResult'],
  ['stations', 'corridor=52.0116,4.3498;52.0116,4.3644', 'evStationsResult'],
  ['stations/count', 'prox=52,4,200000', 'evStationsCount'],
  ['stations/alongroute', 'route=BFoz5xJ67i1B1B7PzIhaxL7Y', 'evStationsResult'],
  ['stations/alongroute/count', 'route=BFoz5xJ67i1B1B7PzIhaxL7Y', 'evStationsCount'],
  [`stations/${market}`, '', 'evStationsResult'],
  ['stations/bulk', all.join('&'), 'evStationsResult'],
  [`pools/${market}`, '', 'evStationsResult'],
  ['pools/bulk', all.join('&'), 'evStationsResult'],
  ['pools/bulk', 'id=nothing', 'evStationsResult'],
  ['evses/bulk', all.join('&'), 'evses'],
  ['connectortypes', '', 'connectorTypes'],
  ['powerfeedtypes', '', 'powerFeedTypes'],
  ['connectorstatuses', '', 'connectorStatuses'],
  ['roamings', '', 'roamings'],
  ['stations', 'prox=1', 'error'],
  ['pools/%E0%A4%8A%3C', '', 'error'],
  ['nothing', '', 'error'],
] as const;

describe('every resource has a JSON and an XML form', () => {
  it.each(answers)('%s?%s is one tree under <%s>', async (path, query, root) => {
    const json = await v2.ask(`${path}.json?${query}`);
    const xml = await v2.ask(`${path}.xml?${query}`);
    expect(xml.status).toBe(json.status);
    expect(json.headers.get('content-type')).toBe('application/json');
    expect(xml.headers.get('content-type')).toBe('application/xml;charset=UTF-8');
    expect(xml.headers.get('x-attribution')).toBe(json.headers.get('x-attribution'));
    expect(treeOfXml(xml.text)).toEqual(treeOfJson(root, JSON.parse(json.text)));
  });

  it('whatever the data holds that XML can hold', () => {
    const legal = fc
      .string({ unit: 'binary', maxLength: 30 })
      .map((text) => text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ''));
    const [site] = memoryAtlas(smallWorld()).sites();
    if (site === undefined) throw new Error('the small world is empty');
    fc.assert(
      fc.property(legal, legal, legal, (name, city, uid) => {
        const [first, ...others] = site.location.evses;
        const evses = first === undefined ? [] : [{ ...first, uid, physical_reference: city }, ...others];
        const location = { ...site.location, operator: { name }, city, evses };
        const page = pageOfKnown([factsOfSite({ ...site, location }, smallWorldTime)]);
        const tree: unknown = JSON.parse(fromDocuments('json', page));
        expect(treeOfXml(fromDocuments('xml', page))).toEqual(treeOfJson('evStationsResult', tree));
      }),
    );
  });
});

/** One station is read again and again. */
const stationOf = (() => {
  const known = new Map<StationFacts, ReturnType<typeof stationOfFacts>>();
  return (facts: StationFacts) => {
    const station = known.get(facts) ?? stationOfFacts(() => facts);
    known.set(facts, station);
    return station;
  };
})();

function fromDocuments(format: LegacyFormat, page: Page): string {
  const empty = presentPage({ ...page, stations: [] }, vendorQuirks);
  const stations = page.stations.map(({ facts, distance }) => ({ ...stationOf(facts), distance }));
  const frame = { root: 'evStationsResult', empty, holder: 'evStations' } as const;
  const { body } = writeList(format, frame, stationForms(vendorQuirks), stations, ({ distance }) => distance);
  return Buffer.from(body).toString();
}

describe('answers from documents', () => {
  it('are the tree, byte for byte, however often and with whatever distance they are asked for', () => {
    const facts = [...memoryAtlas(smallWorld()).sites()].map((site) => factsOfSite(site, smallWorldTime));
    const found = fc.record({
      facts: fc.constantFrom(...facts),
      distance: fc.option(fc.double({ min: 0, max: 400_000, noNaN: true }), { nil: undefined }),
    });
    const page = fc.record({
      stations: fc.array(found, { maxLength: 5 }),
      hasMore: fc.boolean(),
      count: fc.option(fc.nat(), { nil: undefined }),
    });
    fc.assert(
      fc.property(page, fc.constantFrom('json' as const, 'xml' as const), (one, format) => {
        expect(fromDocuments(format, one)).toBe(write(format, 'evStationsResult', presentPage(one, vendorQuirks)));
      }),
    );
  });
});
