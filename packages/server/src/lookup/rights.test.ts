/** Contract v3, restricted field groups: 403 in the published body for callers without the right. */
import { describe, expect, it } from 'vitest';
import { smallWorldId } from '../../test/small-world.ts';
import type { Right } from '../http/caller.ts';
import { lookupUnderTest } from './testing/lookup-under-test.ts';

const trucks = smallWorldId('BER-TRUCKS');
const paths = [`/v3/locations/${trucks}?`, `/v3/locations?ids=${trucks}&`];
const withRights = (...rights: Right[]) => lookupUnderTest({ caller: { id: 'k1', rights: new Set(rights) } });

describe.each(['truckRestrictions', 'predictions', 'reliability'] as const)('%s', (field) => {
  it.each(paths)('is forbidden without the right: %s', async (path) => {
    const { status, body } = await withRights().ask(`${path}fields=evses,${field}`);
    expect(status).toBe(403);
    expect(body).toMatchObject({ error: 'Forbidden', status: 403 });
    expect((body as { error_description: string }).error_description).toContain(`without fields=${field}`);
  });

  it.each(paths)('is answered with the right, and to callers in the process: %s', async (path) => {
    expect((await withRights(field).ask(`${path}fields=evses,${field}`)).status).toBe(200);
    expect((await lookupUnderTest().ask(`${path}fields=evses,${field}`)).status).toBe(200);
  });
});

describe('truck data', () => {
  it('stays out of EVSEs that are asked for without it', async () => {
    const { text } = await withRights().ask(`/v3/locations/${trucks}?fields=evses,locationInfo,connectorGroups`);
    expect(text).not.toMatch(/vehicleTypes|vehicleLimitations|noClearanceHeight|truckRestrictions/);
  });

  it('wrong parameters are told before missing rights, and both before a missing location', async () => {
    const lookup = withRights();
    expect((await lookup.ask(`/v3/locations/nowhere?fields=predictions&days=9`)).status).toBe(400);
    expect((await lookup.ask(`/v3/locations/nowhere?fields=predictions`)).status).toBe(403);
    expect((await lookup.ask(`/v3/locations/nowhere`)).status).toBe(404);
  });
});
