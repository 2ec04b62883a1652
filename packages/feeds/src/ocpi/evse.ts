/** OCPI 2.3.0 mod_locations, EVSE, from any version. */
import type { Evse, GeoLocation } from '@pantograph/model/ocpi';
import { distanceMetres } from '@pantograph/model/geo';
import type { ReadConnector } from './connector.ts';
import { readConnector } from './connector.ts';
import { foundCoordinates, geoLocationOf, isOnEarth, readCoordinates } from './coordinates.ts';
import { displayTexts } from './display-text.ts';
import { openValues } from './enumeration.ts';
import { evseCapabilityValues, parkingRestrictionValues } from './enumerations.ts';
import { evseStatus, scheduledStatus } from './evse-status.ts';
import { fieldSet, withKnownFields } from './fields.ts';
import type { Findings } from './findings.ts';
import { readImages } from './image.ts';
import { lastUpdatedIn } from './future.ts';
import { instant } from './instant.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, isNothing, shown } from './json-object.ts';
import { objects, texts } from './lists.ts';
import { evseParking } from './parking.ts';
import type { Scope } from './scope.ts';
import { label, text, unusable } from './values.ts';

const fields = fieldSet(
  [
    'uid',
    'evse_id',
    'status',
    'status_schedule',
    'capabilities',
    'connectors',
    'floor_level',
    'coordinates',
    'physical_reference',
    'directions',
    'parking_restrictions',
    'parking',
    'images',
    'accepted_service_providers',
    'last_updated',
  ],
  { evse_uid: 'uid', connector: 'connectors', geo_location: 'coordinates' },
);

/** An EVSE that still lacks what its neighbours and its location decide. */
export interface ReadEvse {
  /** JSON pointer. */
  readonly at: string;
  readonly uid: string | undefined;
  readonly lastUpdated: string | undefined;
  readonly connectors: readonly ReadConnector[];
  readonly evse: Omit<Evse, 'uid' | 'connectors' | 'last_updated'>;
}

/** Metres; larger sites than this are rare, and coordinates copied from elsewhere are mostly further away. */
const SITE_METRES = 1000;
/** Metres; where turned coordinates must lead to be believed. */
const TURNED_METRES = 10_000;

export function readEvse(raw: JsonObject, at: string, scope: Scope): ReadEvse {
  const { findings } = scope;
  const object = withKnownFields(raw, fields, at, findings);
  const connectors = objects(object, 'connectors', at, findings, (entry, path) => readConnector(entry, path, scope));
  const statuses = (connectors ?? []).map((connector) => connector.status);
  return {
    at,
    uid: text(object, 'uid', at, findings),
    lastUpdated: lastUpdatedIn(object, at, scope),
    connectors: connectors ?? [],
    evse: {
      evse_id: text(object, 'evse_id', at, findings),
      status: evseStatus(object, statuses, at, findings),
      status_schedule: objects(object, 'status_schedule', at, findings, scheduledPeriod),
      capabilities: openValues(evseCapabilityValues, object, 'capabilities', at, findings),
      floor_level: label(object, 'floor_level', at, findings),
      coordinates: evseCoordinates(object, at, scope),
      physical_reference: label(object, 'physical_reference', at, findings),
      directions: displayTexts(object, 'directions', at, findings),
      parking_restrictions: openValues(parkingRestrictionValues, object, 'parking_restrictions', at, findings),
      parking: objects(object, 'parking', at, findings, evseParking),
      images: readImages(object, at, findings),
      accepted_service_providers: texts(object, 'accepted_service_providers', at, findings),
    },
  };
}

const periodFields = fieldSet(['period_begin', 'period_end', 'status']);

function scheduledPeriod(raw: JsonObject, at: string, findings: Findings) {
  const period = withKnownFields(raw, periodFields, at, findings);
  const begin = instant(period, 'period_begin', at, findings);
  const end = instant(period, 'period_end', at, findings);
  const status = scheduledStatus(period, at, findings);
  if (begin === undefined || status === undefined) return unusable(raw, at, findings);
  return { period_begin: begin, period_end: end, status };
}

function evseCoordinates(evse: JsonObject, at: string, scope: Scope): GeoLocation | undefined {
  const raw = evse['coordinates'];
  if (isNothing(raw) || (isJsonObject(raw) && Object.values(raw).every(isNothing))) return undefined;
  const { findings, position } = scope;
  const path = `${at}/coordinates`;
  const read = readCoordinates(raw, path, findings);
  const turned = read && { lat: read.position.lng, lng: read.position.lat };
  if (read === undefined || turned === undefined || !(isOnEarth(read.position) || isOnEarth(turned))) {
    findings.add('coordinates_dropped', path, { found: foundCoordinates(raw) });
    return undefined;
  }
  const metres = isOnEarth(read.position) ? distanceMetres(position, read.position) : Infinity;
  if (metres > TURNED_METRES && isOnEarth(turned) && distanceMetres(position, turned) <= TURNED_METRES) {
    findings.add('coordinates_swapped', path, { found: read.found, reason: 'that is where the location is' });
    return geoLocationOf(turned);
  }
  if (metres === Infinity) {
    findings.add('coordinates_dropped', path, { found: read.found });
    return undefined;
  }
  if (metres > SITE_METRES) findings.add('evse_far_away', path, { metres: Math.round(metres) });
  if (read.respelled) {
    const value = `${shown(read.geo.latitude)}, ${shown(read.geo.longitude)}`;
    findings.add('coordinates_respelled', path, { found: read.found, value });
  }
  return read.geo;
}
