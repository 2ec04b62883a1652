import { PlaceItem } from '@pantograph/model/search';
import { describe, expect, it } from 'vitest';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { ask, correlationId } from '../../test/ask-discovery.ts';
import { smallWorld, smallWorldId, smallWorldTime } from '../../test/small-world.ts';
import { discoverySurface } from './surface.ts';

describe('/v1/lookup', () => {
  it('finds a place by its id in every form that ends in the content id', async () => {
    const contentId = smallWorldId('DELFT-MARKT');
    for (const prefix of ['here:pds:place:', 'here:evcp:charginglocation:', '']) {
      const { status, body, headers } = await ask(`/v1/lookup?id=${prefix}${contentId}&show=ev,tz,countryInfo&lang=nl`);
      expect(status).toBe(200);
      expect(headers.get('x-attribution')).toBe('City Data Office (CC-BY-4.0)');
      const place = PlaceItem.strict().parse(body);
      expect(place).toMatchObject({ title: 'Voltstad', address: { countryName: 'Nederland' } });
      expect(place.openingHours?.[0]?.text).toEqual(['ma-zo: 00:00 - 24:00']);
      expect(place.extended?.evAvailability?.stations).toHaveLength(1);
      expect(place).not.toHaveProperty('distance');
    }
  });

  it('knows nothing of what is not there, or not for the public', async () => {
    for (const id of ['here:pds:place:nothing', smallWorldId('DELFT-HIDDEN'), 'a:b:']) {
      const { status, body } = await ask(`/v1/lookup?id=${id}`);
      expect(status).toBe(404);
      expect(body).toMatchObject({
        status: 404,
        title: 'No content found with provided ID',
        code: 'not_found',
        correlationId,
      });
    }
  });

  it('says when a place was removed, and why', async () => {
    const contentId = smallWorldId('DELFT-MARKT');
    const removals = [{ contentId, removedAt: '2026-03-01T00:00:00Z', reason: 'closed by its operator' }];
    const surface = discoverySurface({
      atlas: memoryAtlas({ ...smallWorld(), removals }),
      settings: { enums: 'ocpi' },
    });
    const request = new Request(`http://pantograph.test/v1/lookup?id=${contentId}`);
    const response = await surface(request, { correlationId, now: smallWorldTime });
    expect(response?.status).toBe(404);
    expect(await response?.text()).toContain('removed at 2026-03-01T00:00:00Z: closed by its operator');
  });
});
