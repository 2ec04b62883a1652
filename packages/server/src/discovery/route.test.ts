import { SearchResponse } from '@pantograph/model/search';
import { encode } from '@here/flexpolyline';
import { describe, expect, it } from 'vitest';
import { ask, idsOf } from '../../test/ask-discovery.ts';

const line = (...points: [number, number][]) => encode({ polyline: points, precision: 5 });
/** Through Delft from south to north, past the university and the market. */
const throughDelft = line([52.0, 4.3571], [52.02, 4.3571]);

describe('route', () => {
  it('keeps to the corridor, and measures along it', async () => {
    const asked = await ask(`/v1/browse?at=52.0,4.3571&route=${throughDelft};w=200&show=tz`);
    const { items } = SearchResponse.parse(asked.body);
    expect(idsOf(asked)).toEqual(['DELFT-STATION', 'DELFT-NOBODY', 'DELFT-MARKT']);
    const [station, , market] = items;
    expect(market?.distance).toBeCloseTo(1290, -1);
    expect(market?.excursionDistance).toBe(0);
    // 0.0067 degrees up the line, 0.0008 degrees of longitude beside it.
    expect(station?.excursionDistance).toBeCloseTo(2 * 55, -1);
    expect(station?.distance).toBeCloseTo(745 + 55, -1);
  });

  it('is 1000 m wide where nothing is said', async () => {
    const wide = await ask(`/v1/browse?at=52.0,4.3571&route=${throughDelft}`);
    expect(idsOf(wide).sort()).toEqual(['DELFT-EMPTY', 'DELFT-GARAGE', 'DELFT-MARKT', 'DELFT-NOBODY', 'DELFT-STATION']);
  });

  it('orders by detour where that is asked for', async () => {
    const ranked = await ask(`/v1/browse?at=52.0,4.3571&route=${throughDelft};w=200&ranking=excursionDistance`);
    expect(idsOf(ranked)).toEqual(['DELFT-MARKT', 'DELFT-STATION', 'DELFT-NOBODY']);
    const discover = `/v1/discover?at=52.0,4.3571&route=${throughDelft};w=200&ranking=excursionDistance&q=`;
    expect(idsOf(await ask(`${discover}laadpaal`))).toEqual(idsOf(ranked));
    expect(idsOf(await ask(`${discover}delft`))).toEqual(['DELFT-STATION', 'DELFT-NOBODY', 'DELFT-MARKT']);
  });

  it('goes farther than browse does without it, and stays within an area beside it', async () => {
    const far = line([52.0116, 4.3571], [52.5219, 13.4132]);
    expect(idsOf(await ask(`/v1/browse?at=52.0116,4.3571&route=${far};w=50000`))).toContain('BER-HUB');
    const berlin = await ask(`/v1/browse?at=52.0116,4.3571&route=${far};w=50000&in=bbox:13,52,14,53`);
    expect(idsOf(berlin)).not.toContain('DELFT-MARKT');
    expect(idsOf(berlin)).toContain('BER-HUB');
  });

  it('comes in the body of a POST as well', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    const body = `route=${throughDelft}%3Bw%3D200`;
    const posted = await ask('/v1/browse?at=52.0,4.3571', { method: 'POST', headers, body });
    expect(idsOf(posted)).toEqual(['DELFT-STATION', 'DELFT-NOBODY', 'DELFT-MARKT']);
    const suggested = await ask('/v1/autosuggest?at=52.0,4.3571&q=markt', { method: 'POST', headers, body });
    expect(idsOf(suggested)).toEqual(['DELFT-MARKT']);
  });

  it('reads polylines with levels, and lines across the antimeridian', async () => {
    const levels = 'BlD05xgKuy2xCCx9B7vUCl0OhnRC54EqSCzpEl-HCxjD3pBCiGnyGCi2CvwFCsgD3nDC4vB6eC';
    expect((await ask(`/v1/browse?at=52.5,13.4&route=${levels};w=50000`)).status).toBe(200);
    const fiji = line([-16.8, 179.9], [-16.8, 180], [-16.8, -179.9]);
    const places = await ask(`/v1/browse?at=-16.8,179.9&route=${fiji};w=100`);
    expect(idsOf(places)).toEqual(['DATE-WEST', 'DATE-EAST']);
  });
});
