/** What becomes of each field of a v3 location on the way to v2: told where v3 made of the result does not say the same again. */
import type { BusinessDetails, ChargingLocation, ConnectorGroup, EvConnector, Evse } from '@pantograph/model/v3';
import { UNRECOGNIZED_ID, legacyIdOfStandard } from '@pantograph/model/vocabulary';
import { nothingToTell, sameInstant } from '../fate/comparisons.ts';
import type { Comparison, Fates } from '../fate/unlike.ts';
import { alike } from '../../compare/alike.ts';
import { weekOfHours } from '../v2-to-v3/week.ts';

type OpeningHours = NonNullable<ChargingLocation['openingHours']>;

const brand: Fates<BusinessDetails> = {
  name: 'one_brand',
  partnerId: 'one_brand',
  website: 'one_brand',
  eMobilityIds: 'field_dropped',
  logo: 'field_dropped',
};

const openingHours: Comparison<OpeningHours> = (said, back, path, tell) => {
  if (said.chargingWhenClosed !== undefined)
    tell('field_dropped', `${path}/chargingWhenClosed`, said.chargingWhenClosed);
  if (said.exceptions !== undefined) tell('hours_exceptions', `${path}/exceptions`, said.exceptions);
  const same = alike([...weekOfHours(said)].sort(), [...weekOfHours(back)].sort());
  if (said.open24x7 !== undefined && said.open24x7 !== (back?.open24x7 ?? false)) {
    tell('hours_incomplete', `${path}/open24x7`, said.open24x7);
  } else if (said.open24x7 === false && back === undefined) tell('hours_incomplete', `${path}/open24x7`, false);
  const { regularSchedule = [] } = said;
  for (const [at, entry] of regularSchedule.entries()) {
    const silent = entry.periods.length === 0 || said.open24x7 === true;
    if (!same || silent) tell('hours_incomplete', `${path}/regularSchedule/${String(at)}`, entry);
  }
};

const connectorGroups: Comparison<ConnectorGroup[]> = (said, _back, path, tell) => {
  tell('groups_from_evses', path, said.length);
  for (const [at, group] of said.entries()) {
    for (const field of ['predictions', 'reliability'] as const) {
      if (group[field] !== undefined) tell('field_dropped', `${path}/${String(at)}/${field}`, group[field]);
    }
  }
};

const standard: Comparison<string> = (said, back, path, tell) => {
  if (said === back) return;
  tell(legacyIdOfStandard(said) === UNRECOGNIZED_ID ? 'connector_without_id' : 'connector_36_merged', path, said);
};

const powerType: Comparison<string> = (said, back, path, tell) => {
  if (said === back) return;
  const twoPhases = said.startsWith('AC_2') && back?.startsWith('AC_2') === true;
  tell(twoPhases ? 'two_phases_ambiguous' : 'merged_in_group', path, said);
};

const connectorFates: Fates<EvConnector> = {
  id: 'merged_in_group',
  standard,
  format: 'merged_in_group',
  powerType,
  maxVoltage: 'merged_in_group',
  maxCurrent: 'merged_in_group',
  maxPower: 'merged_in_group',
  termsAndConditionsUrl: 'field_dropped',
  // With the tariffs.
  tariffIndexes: nothingToTell,
};

/** v2 tells connectors of an EVSE apart by type and power. */
export function connectorKey(connector: EvConnector): string {
  return `${String(legacyIdOfStandard(connector.standard))} ${String(connector.maxPower)}`;
}

const evse: Fates<Evse> = {
  uid: 'merged_in_group',
  status: 'status_merged',
  modified: sameInstant('merged_in_group'),
  connectors: { key: connectorKey, lost: 'merged_in_group', each: connectorFates },
  id: 'evse_global_id',
  evseId: 'field_dropped',
  capabilities: 'field_dropped',
  floorLevel: 'field_dropped',
  physicalReference: 'field_dropped',
  location: 'field_dropped',
  paymentSupports: 'payment_dropped',
  reliability: 'field_dropped',
  parking: 'field_dropped',
  statusInfo: 'field_dropped',
};

export const v3Fates: Fates<ChargingLocation> = {
  id: 'id_prefix_dropped',
  location: { lat: 'field_dropped', lng: 'field_dropped' },
  supportedVehicles: 'field_dropped',
  name: 'field_dropped',
  accessPoints: { key: (point) => JSON.stringify(point), lost: 'field_dropped', each: nothingToTell },
  address: {
    label: 'field_dropped',
    street: 'field_dropped',
    houseNumber: 'field_dropped',
    state: 'field_dropped',
    county: 'field_dropped',
    city: 'field_dropped',
    district: 'field_dropped',
    subdistrict: 'field_dropped',
    block: 'field_dropped',
    subblock: 'field_dropped',
    countryCode: 'field_dropped',
    postalCode: 'field_dropped',
    languageCode: 'field_dropped',
  },
  parkingType: 'field_dropped',
  operator: brand,
  suboperator: brand,
  facilityTypes: 'field_dropped',
  timeZone: 'field_dropped',
  openingHours,
  cpoLocationId: 'field_dropped',
  energyMix: 'field_dropped',
  connectorGroups,
  restrictions: 'restriction_reason_dropped',
  eMobilityServiceProviders: {
    key: (provider) => provider.partnerId,
    lost: 'field_dropped',
    each: {
      name: 'field_dropped',
      partnerId: 'field_dropped',
      website: 'field_dropped',
      eMobilityIds: 'field_dropped',
      logo: 'field_dropped',
    },
  },
  supportPhoneNumber: 'field_dropped',
  truckRestrictions: 'field_dropped',
  isPullThrough: 'field_dropped',
  vehicleLimitations: 'field_dropped',
  reservationRequired: 'field_dropped',
  evses: {
    key: ({ uid }) => uid,
    lost: ({ status }) => (status === 'REMOVED' ? 'removed_evse' : 'field_dropped'),
    each: evse,
  },
  predictions: 'field_dropped',
  // Apart: their places in the list mean nothing.
  tariffs: nothingToTell,
  nearbyPlaces: 'field_dropped',
  hasMoreNearbyPlaces: 'field_dropped',
};
