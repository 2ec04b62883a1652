/** What a Location says beside where it is, whose it is and what stands there. OCPI mod_locations. */
import type { Location } from '@pantograph/model/ocpi';
import { businessDetails } from './business-details.ts';
import { isOnEarth, readCoordinates } from './coordinates.ts';
import { displayText, displayTexts } from './display-text.ts';
import { energyMix } from './energy-mix.ts';
import { openValue, openValues, valueMeant } from './enumeration.ts';
import { facilityValues, parkingTypeValues, tokenTypeValues } from './enumerations.ts';
import { fieldSet, withKnownFields } from './fields.ts';
import type { Findings } from './findings.ts';
import { openingTimes } from './hours.ts';
import { readImages } from './image.ts';
import type { JsonObject } from './json-object.ts';
import { isNothing, shown } from './json-object.ts';
import { objects } from './lists.ts';
import { readParking } from './parking.ts';
import type { Scope } from './scope.ts';
import { boolean, label, text, unusable } from './values.ts';

type Details = Omit<
  Location,
  'country_code' | 'party_id' | 'id' | 'country' | 'coordinates' | 'evses' | 'time_zone' | 'last_updated'
>;

export function locationDetails(location: JsonObject, scope: Scope): Details {
  const { findings } = scope;
  return {
    publish: publish(location, scope),
    publish_allowed_to: objects(location, 'publish_allowed_to', '', findings, publishToken),
    name: label(location, 'name', '', findings),
    address: required(location, 'address', findings),
    city: required(location, 'city', findings),
    postal_code: label(location, 'postal_code', '', findings),
    state: label(location, 'state', '', findings),
    related_locations: objects(location, 'related_locations', '', findings, relatedLocation),
    parking_type: parkingType(location, scope),
    parking_places: objects(location, 'parking_places', '', findings, readParking),
    directions: displayTexts(location, 'directions', '', findings),
    operator: businessDetails(location, 'operator', '', findings),
    suboperator: businessDetails(location, 'suboperator', '', findings),
    owner: businessDetails(location, 'owner', '', findings),
    facilities: openValues(facilityValues, location, 'facilities', '', findings),
    opening_times: openingTimes(location, findings),
    charging_when_closed: boolean(location, 'charging_when_closed', '', findings),
    images: readImages(location, '', findings),
    energy_mix: energyMix(location, findings),
    help_phone: text(location, 'help_phone', '', findings),
  };
}

/** OCPI 2.1.1 knows only public locations. */
function publish(location: JsonObject, { findings, version }: Scope): boolean {
  const said = boolean(location, 'publish', '', findings);
  if (said === undefined && version !== '2.1.1') findings.add('publish_assumed', '/publish');
  return said ?? true;
}

/** Empty where it is missing: a text of our own would be shown to drivers. */
function required(location: JsonObject, field: string, findings: Findings): string {
  const said = label(location, field, '', findings);
  if (said === undefined) findings.add('required_missing', `/${field}`, { field });
  return said ?? '';
}

const tokenFields = fieldSet(['uid', 'type', 'visual_number', 'issuer', 'group_id']);

function publishToken(raw: JsonObject, at: string, findings: Findings) {
  if (Object.values(raw).every(isNothing)) return undefined;
  const object = withKnownFields(raw, tokenFields, at, findings);
  const token = {
    uid: text(object, 'uid', at, findings),
    type: openValue(tokenTypeValues, object, 'type', at, findings),
    visual_number: text(object, 'visual_number', at, findings),
    issuer: text(object, 'issuer', at, findings),
    group_id: text(object, 'group_id', at, findings),
  };
  return Object.values(token).every(isNothing) ? unusable(raw, at, findings) : token;
}

function relatedLocation(raw: JsonObject, at: string, findings: Findings) {
  const coordinates = readCoordinates(raw, at, findings);
  if (coordinates === undefined || !isOnEarth(coordinates.position)) return unusable(raw, at, findings);
  return { ...coordinates.geo, name: displayText(raw['name'], `${at}/name`, findings) };
}

/** OCPI 2.1.1 has `type` instead, in which OTHER and UNKNOWN say nothing. */
function parkingType(location: JsonObject, { findings, version }: Scope): string | undefined {
  const said = openValue(parkingTypeValues, location, 'parking_type', '', findings);
  const older = location['type'];
  if (said !== undefined || isNothing(older) || older === 'OTHER' || older === 'UNKNOWN') return said;
  const meant = typeof older === 'string' ? valueMeant(parkingTypeValues, older) : undefined;
  if (meant === undefined) return unusable(older, '/type', findings);
  if (version !== '2.1.1') findings.add('older_field', '/type', { found: 'type', field: 'parking_type' });
  if (meant !== older) findings.add('value_respelled', '/type', { found: shown(older), value: meant });
  return meant;
}
