import { describe, expect, it } from 'vitest';
import { contentIdOf } from '@pantograph/model/location';
import { smallWorld } from '../../test/small-world.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { legacyUnderTest } from './testing/legacy-under-test.ts';

const v2 = legacyUnderTest();

describe('lists', () => {
  it('connectortypes: every type that the search takes', async () => {
    const types = await v2.list('connectortypes.json');
    expect(types).toHaveLength(40);
    const all = types.map(({ id }) => id).join(',');
    expect((await v2.stations(`stations.json?prox=52,4.3,200000&connectortype=${all}`)).count).toBeGreaterThan(3);
  });

  it('powerfeedtypes is empty', async () => {
    expect(await v2.list('powerfeedtypes.json')).toEqual([]);
  });

  it('connectorstatuses: ten of them', async () => {
    expect(await v2.list('connectorstatuses.json')).toHaveLength(10);
  });

  it('roamings: every eMSP of the world with its countries, by name', async () => {
    const { roaming } = await v2.roamings('roamings.json');
    expect(roaming.map(({ emsp, ema_id: ids, country }) => [emsp, ids, country])).toEqual([
      ['ChargeCard One', ['DE-CC1'], ['DEU', 'NLD']],
      ['PlugPass', undefined, ['NLD']],
    ]);
  });

  it('roamings do not depend on the order of places, and many requests share one walk', async () => {
    const { sources, locations, tariffs } = smallWorld();
    const copies = Array.from({ length: 60 }, (_, copy) =>
      locations.map((record) => ({
        ...record,
        contentId: contentIdOf({ ...record.key, id: `${record.key.id}-${String(copy)}` }),
      })),
    );
    const base = memoryAtlas({ sources, locations: copies.flat().toReversed(), tariffs });
    let walks = 0;
    const world = legacyUnderTest({
      atlas: {
        ...base,
        sites: () => {
          walks++;
          return base.sites();
        },
      },
    });
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.roamings('roamings.json')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toEqual(await v2.roamings('roamings.json'));
    expect(base.size).toBeGreaterThan(800);
    expect(walks).toBe(1);
  });
});
