/** Whole answers, reviewed by eye: spec/golden/v3/charging-location.json. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Site, TariffRecord } from '../../location/index.ts';
import { LocationExtension, TariffExtension } from '../../location/index.ts';
import { Location, Tariff } from '../../ocpi/index.ts';
import { enumDialects } from '../../vocabulary/index.ts';
import { ChargingLocation, locationFields, parseTariffFilter, presentV3 } from '../index.ts';

interface Golden {
  readonly now: string;
  readonly site: Pick<Site, 'contentId' | 'source' | 'location' | 'extension'> & {
    readonly statuses: readonly NonNullable<ReturnType<Site['statuses']['get']>>[];
    readonly tariffs: readonly (Partial<Tariff> & { readonly extension?: TariffRecord['extension'] })[];
  };
  readonly answers: Readonly<Record<(typeof enumDialects)[number], unknown>>;
}

const golden = JSON.parse(
  readFileSync(new URL('../../../../../spec/golden/v3/charging-location.json', import.meta.url), 'utf8'),
) as Golden;

function siteOf({ contentId, source, location, extension, statuses, tariffs }: Golden['site']): Site {
  const { country_code, party_id, last_updated } = location;
  const records = tariffs.map(({ extension: tariffExtension = {}, ...given }): TariffRecord => {
    const tariff = Tariff.strict().parse({ country_code, party_id, last_updated, ...given });
    const key = { source: source.name, countryCode: country_code, partyId: party_id, id: tariff.id };
    return { key, tariff, extension: TariffExtension.strict().parse(tariffExtension), notices: [] };
  });
  return {
    contentId,
    source,
    location: Location.strict().parse(location),
    extension: LocationExtension.strict().parse(extension),
    statuses: new Map(statuses.map((status) => [status.uid, status])),
    tariffs: new Map(records.map((record) => [record.key.id.toLowerCase(), record])),
  };
}

describe('one location with something in every field', () => {
  it.each(enumDialects)('in %s', (enums) => {
    const answer = presentV3(siteOf(golden.site), {
      enums,
      now: new Date(golden.now),
      fields: new Set(locationFields),
      tariffFilter: parseTariffFilter(['all']),
    });
    expect(answer).toEqual(golden.answers[enums]);
    expect(ChargingLocation.parse(answer)).toEqual(answer);
  });
});
