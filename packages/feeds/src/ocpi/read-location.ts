/** An OCPI Location of any version, as it came, to the record that is stored. */
import type { LocationRecord } from '@pantograph/model/location';
import { contentIdOf } from '@pantograph/model/location';
import type { Location } from '@pantograph/model/ocpi';
import { country, namedCountry } from './country.ts';
import { distinctEvses, newest } from './distinct-evses.ts';
import type { ReadEvse } from './evse.ts';
import { readEvse } from './evse.ts';
import type { Party } from './evse-id.ts';
import { partyInEvseId } from './evse-id.ts';
import { locationExtension } from './extension.ts';
import { withKnownFields } from './fields.ts';
import type { Findings } from './findings.ts';
import { lastUpdatedIn } from './future.ts';
import type { JsonObject } from './json-object.ts';
import { objects } from './lists.ts';
import { locate } from './locate.ts';
import { locationDetails } from './location-details.ts';
import { locationFields } from './location-fields.ts';
import { locationVersion } from './object-kind.ts';
import { objectKey, storedParty } from './party.ts';
import { readObject } from './read-object.ts';
import type { ReadContext, Reading } from './reading.ts';
import type { Scope } from './scope.ts';
import { timeZone } from './time-zone.ts';

/** Never throws for what is in `raw`. Quarantines only what cannot be identified or placed. */
export function readLocation(raw: unknown, context: ReadContext): Reading<LocationRecord> {
  return readObject(raw, 'location', (object, id, findings) => {
    const location = withKnownFields(object, locationFields, '', findings);
    return recordOf(location, id, context, findings);
  });
}

function recordOf(
  location: JsonObject,
  id: string,
  context: ReadContext,
  findings: Findings,
): Omit<LocationRecord, 'notices'> | undefined {
  const key = objectKey(location, id, context, findings);
  const named = namedCountry(location);
  const located = locate(location, named.named ?? named.ofParty, findings);
  if (located === undefined) return undefined;
  const { position, geo } = located;
  const scope: Scope = {
    findings,
    position,
    version: locationVersion(location, context.version),
    country: country(named, position, findings),
    receivedAt: context.receivedAt,
  };
  const read = objects(location, 'evses', '', findings, (entry, at) => readEvse(entry, at, scope)) ?? [];
  if (read.length === 0) findings.add('location_without_evses', '/evses');
  const lastUpdated = lastUpdatedOf(location, read, scope);
  const evses = distinctEvses(read, id, lastUpdated, findings);
  const party = storedParty(key, { ofEvseId: partyOf(read), country: scope.country }, findings);
  const stored: Location = {
    country_code: party.countryCode,
    party_id: party.partyId,
    id,
    ...locationDetails(location, scope),
    country: scope.country,
    coordinates: geo,
    evses,
    time_zone: timeZone(location, position, findings),
    last_updated: lastUpdated,
  };
  return {
    contentId: contentIdOf(key),
    key,
    location: stored,
    extension: locationExtension(location, evses, findings),
  };
}

/** What is missing follows from the EVSEs and connectors, so that the same feed read twice gives the same. */
function lastUpdatedOf(location: JsonObject, evses: readonly ReadEvse[], scope: Scope): string {
  const said = lastUpdatedIn(location, '', scope);
  if (said !== undefined) return said;
  const ofEvses = evses.flatMap((evse) => [evse.lastUpdated, ...evse.connectors.map((one) => one.lastUpdated)]);
  const found = newest(ofEvses);
  const value = found ?? scope.receivedAt;
  const from = found === undefined ? 'the time of receipt' : 'the EVSEs';
  scope.findings.add('last_updated_filled', '/last_updated', { value, from });
  return value;
}

function partyOf(evses: readonly ReadEvse[]): Party | undefined {
  for (const { evse } of evses) {
    const party = evse.evse_id === undefined ? undefined : partyInEvseId(evse.evse_id);
    if (party !== undefined) return party;
  }
  return undefined;
}
