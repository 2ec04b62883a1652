/** The shape of v2's answers: the flat station, its lists in wrappers, its identity. */
import { comment, declare, first, read } from './phrase.ts';
import { alone, inV2, readsDiscovery } from './rule.ts';
import type { Rule } from './rule.ts';

const stationList: Rule = {
  id: 'station-list',
  title: 'List evStations.evStation',
  what: '{text} is the list of stations in v2; in v3 it is {becomes}.',
  why: 'v3 answers locations, which hold EVSEs, which hold connectors.',
  guide: 'response',
  advice: 'Walk over items of /v3/locations.',
  effort: 'hour',
  fix: 'partly',
  patterns: [
    {
      on: 'name',
      values: new Map([['evstations', 'items']]),
      needs: 'none',
      confidence: 'high',
      proves: true,
      words: ['evstations', 'ev_stations'],
    },
    {
      on: 'name',
      values: new Map([['evstation', 'items']]),
      before: /ev_?stations\W{1,8}(?:\w{1,20}\W{1,3})?$/i,
      needs: 'none',
      confidence: 'high',
      proves: true,
      words: ['evstations', 'ev_stations'],
    },
  ],
  cases: {
    finds: [alone(read('answer', 'evStations', 'evStation')), alone(declare('evStations'))],
    leaves: [
      alone(read('place', 'extended', 'evStation')),
      alone(read('answer', 'items')),
      alone(comment('answer.evStations.evStation')),
    ],
  },
};

const connectorList: Rule = {
  id: 'connector-list',
  title: 'List connectors.connector',
  what: '{text} is the list of connector groups of a station in v2; in v3 it is {becomes}.',
  why: 'What v2 calls a connector is a group of equal ones. v3 has both: the groups, and every connector below its EVSE.',
  guide: 'objects',
  advice: 'Take connectorGroups where groups are meant, evses[].connectors where single plugs are.',
  effort: 'hour',
  fix: 'partly',
  patterns: [
    {
      on: 'name',
      values: new Map([['connector', 'connectorGroups[]']]),
      before: /connectors\W{1,8}(?:get\w{0,20}\W{1,3})?$/i,
      needs: 'project',
      confidence: 'high',
      words: ['connectors'],
    },
  ],
  cases: {
    finds: [inV2(read('station', 'connectors', 'connector'))],
    leaves: [inV2(read('evse', 'connectors')), inV2(read('evse', 'connector')), inV2(comment('connectors.connector'))],
  },
};

const poolId: Rule = {
  id: 'pool-id',
  title: 'Identity poolId',
  what: '{text} identifies a station in v2; it is {becomes} in v3.',
  why: 'The value stays the same; v3 writes it with a prefix, of which only the part after the last colon counts.',
  guide: 'objects',
  advice: 'Read id. Where ids of v2 are stored, compare only what follows the last colon.',
  effort: 'minutes',
  fix: 'yes',
  patterns: [
    { on: 'name', values: new Map([['poolid', 'id of the location']]), needs: 'file', confidence: 'high' },
    {
      on: 'name',
      values: new Map([['poolid', 'id of the location']]),
      needs: 'project',
      confidence: 'medium',
      words: ['poolid', 'pool_id'],
    },
    {
      on: 'name',
      values: new Map([
        ['pvid', 'no field'],
        ['cpoid', 'cpoLocationId'],
      ]),
      needs: 'file',
      confidence: 'medium',
    },
  ],
  cases: {
    finds: [inV2(read('station', 'poolId')), inV2(declare('poolId'))],
    leaves: [alone(read('cognito', 'poolId')), inV2(read('location', 'id')), inV2(comment('the poolId'))],
  },
};

const counts: Rule = {
  id: 'charging-point-counts',
  title: 'Counts of chargingPoint',
  what: '{text} of v2 is {becomes} in v3.',
  why: 'v3 counts in connectorGroups; what is unknown is absent there, not zero.',
  guide: 'response',
  advice:
    'Read connectorCount and availableConnectorCount; what is in use, reserved or out of service is counted over the statuses of the EVSEs.',
  effort: 'minutes',
  fix: 'partly',
  patterns: (['file', 'project'] as const).map((needs) => ({
    on: 'name',
    values: new Map([
      ['numberofconnectors', 'connectorGroups[].connectorCount'],
      ['totalnumberofconnectors', 'the sum of connectorGroups[].connectorCount'],
      ['numberofavailable', 'connectorGroups[].availableConnectorCount'],
      ['numberofinuse', 'a count of evses[] with status CHARGING'],
      ['numberofreserved', 'a count of evses[] with status RESERVED'],
      ['numberofoutofservice', 'a count of evses[] with status INOPERATIVE or OUTOFORDER'],
      ['chargingpoint', 'connectorGroups[]'],
    ]),
    needs,
    ...(needs === 'project' ? { notAlongside: readsDiscovery } : {}),
    confidence: needs === 'file' ? ('high' as const) : ('medium' as const),
    words: ['numberof', 'number_of', 'chargingpoint', 'charging_point'],
  })),
  cases: {
    finds: [
      inV2(read('connector', 'chargingPoint', 'numberOfAvailable')),
      inV2(declare('numberOfInUse')),
      inV2(read('station', 'totalNumberOfConnectors')),
    ],
    leaves: [
      alone(read('connector', 'chargingPoint', 'numberOfAvailable')),
      inV2(read('page', 'numberOfPages')),
      inV2(comment('numberOfAvailable')),
    ],
  },
};

const flat: Rule = {
  id: 'flat-station',
  title: 'One flat station',
  what: '{text} supposes one station with everything flat below it; in v3 it is {becomes}.',
  why: 'v3 is a hierarchy: a location has EVSEs, an EVSE has connectors and one status.',
  guide: 'response',
  advice: 'Walk the hierarchy: location, EVSE, connector.',
  effort: 'hours',
  fix: 'partly',
  patterns: [
    {
      on: 'name',
      values: new Map([
        ['connectorstatuses', 'evses[] with their status'],
        ['connectorstatus', 'evses[].status'],
        ['evstationdetails', 'restrictions of the location and paymentSupports of its EVSEs'],
      ]),
      needs: 'none',
      confidence: 'medium',
      proves: true,
      words: ['connectorstatus', 'connector_status', 'evstationdetails', 'ev_station_details'],
      text: /statuses|details/i,
    },
    {
      on: 'name',
      values: new Map([['connectordetails', 'fields of the location and of its EVSEs']]),
      needs: 'project',
      confidence: 'medium',
      words: ['connectordetails', 'connector_details'],
    },
    {
      on: 'name',
      values: new Map([
        ['connectorstatus', 'evses[].status'],
        ['connectordetails', 'fields of the location and of its EVSEs'],
        ['regularopeninghours', 'openingHours.regularSchedule'],
        ['daymask', 'openingHours.regularSchedule[].days'],
        ['open24x7', 'openingHours.open24x7'],
        ['accessibilitytype', 'restrictions'],
        ['lastupdatetimestamp', 'evses[].modified'],
      ]),
      needs: 'file',
      confidence: 'medium',
    },
    {
      on: 'name',
      values: new Map([['evstation', 'any number of items']]),
      after:
        /^\W{0,3}(?:\[0\]|\.get\(0\)|\.first\b|\.getFirst\b|\.at\(0\)|\.First\b|\.optJSONObject\(0\)|\.getJSONObject\(0\))/,
      needs: 'file',
      confidence: 'medium',
    },
  ],
  cases: {
    finds: [
      alone(read('connector', 'connectorStatuses')),
      inV2(read('station', 'evStationDetails')),
      inV2(first('answer', 'evStations', 'evStation')),
    ],
    leaves: [alone(first('answer', 'items')), inV2(read('evse', 'status')), inV2(comment('connectorStatuses'))],
  },
};

/** Says that a file is about stations of v2, where the words themselves are anybody's. */
const stationWords = /\bpool_?id\b|\bconnectors\b\W{1,8}\bconnector\b|\bev_?stations?\b|cpo_?evse|evses\/bulk/i;

const renamed: Rule = {
  id: 'renamed-field',
  title: 'Field with another name',
  what: '{text} of v2 is {becomes} in v3.',
  why: 'v3 names positions and addresses as the other services of the vendor do, and has one location where v2 had a pool with stations.',
  guide: 'response',
  advice: 'Read the field by its name in v3.',
  effort: 'minutes',
  fix: 'yes',
  patterns: [
    {
      values: new Map([
        ['latitude', 'location.lat'],
        ['longitude', 'location.lng'],
      ]),
      before: /position\W{1,5}$/i,
    },
    { values: new Map([['position', 'location']]), after: /^\W{1,3}(?:\{\s*)?(?:latitude|longitude)\b/i },
    { values: new Map([['latitude', 'location.lat']]), before: /position\??\s*:\s*\{\s*(?:readonly\s+)?$/ },
    {
      values: new Map([['longitude', 'location.lng']]),
      before: /\{\s*(?:readonly\s+)?latitude\??\s*:\s*\w+\s*[;,]?\s*(?:readonly\s+)?$/,
    },
    { values: new Map([['streetnumber', 'address.houseNumber']]) },
    { values: new Map([['pools', 'items']]), alongside: /evses\/bulk|\bstations\b[\s\S]{0,80}\bevses\b/ },
    { values: new Map([['stations', 'the location itself']]), before: /\bpools?\W{1,3}$/i },
    {
      values: new Map([['stations', 'the location itself']]),
      before: /\bpools\b.{0,40}$/i,
      after: /^\??\s*:\s*\{[^}]*\bevses\b/,
    },
  ].map((pattern) => ({
    alongside: stationWords,
    ...pattern,
    on: 'name' as const,
    needs: 'project' as const,
    confidence: 'medium' as const,
    words: ['latitude', 'longitude', 'streetnumber', 'street_number', 'pools', 'stations'],
  })),
  cases: {
    finds: [inV2(read('evStation', 'position', 'latitude'))],
    leaves: [alone(read('station', 'position', 'latitude')), inV2(read('device', 'position', 'latitude'))],
  },
};

export const stationRules: readonly Rule[] = [stationList, connectorList, poolId, counts, flat, renamed];
