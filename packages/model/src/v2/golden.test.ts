/**
 * Golden answers: v3 in, v2 out. A folder of spec/golden/v2 holds a v3 ChargingLocation and what v2 makes of it, laid
 * out for reading: white space between keys and elements does not count, their order does.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ChargingLocation } from '../v3/index.ts';
import { factsOfChargingLocation, pageOfKnown, presentEvses, presentPage, vendorQuirks, writeXml } from './index.ts';

const root = new URL('../../../../spec/golden/v2/', import.meta.url);
const cases = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

function json(name: string, file: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}/${file}`, root), 'utf8'));
}

describe('spec/golden/v2', () => {
  it('has cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(3);
  });

  describe.each(cases.map(({ name }) => name))('%s', (name) => {
    const facts = factsOfChargingLocation(ChargingLocation.parse(json(name, 'v3.json')));
    const stations = presentPage(pageOfKnown([facts]), vendorQuirks);

    it('stations', () => {
      expect(JSON.stringify(stations)).toBe(JSON.stringify(json(name, 'stations.json')));
    });

    it('stations as XML', () => {
      expect(existsSync(new URL(`${name}/stations.xml`, root))).toBe(true);
      const golden = readFileSync(new URL(`${name}/stations.xml`, root), 'utf8').replace(/>\n\s*/g, '>');
      expect(writeXml('evStationsResult', stations).replace('?>\n', '?>')).toBe(golden);
    });

    it('evses', () => {
      expect(JSON.stringify(presentEvses([facts]))).toBe(JSON.stringify(json(name, 'evses.json')));
    });
  });
});
