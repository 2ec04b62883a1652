/**
 * v2 groups alike connectors and lists the EVSEs of each group; v3 lists EVSEs with their connectors. An EVSE with different
 * plugs is in several groups and becomes one again.
 */
import type { EvConnector, Evse } from '@pantograph/model/v3';
import type { LegacyState, Status } from '@pantograph/model/vocabulary';
import { statuses, statusesOfLegacyState } from '@pantograph/model/vocabulary';
import { instantIn } from '../conform/conformer.ts';
import type { Tell } from '../report/ledger.ts';
import { standardOf } from './connector-standard.ts';
import { electricsOf } from './electrics.ts';
import { paymentSupportsIn } from './payment-supports.ts';
import type { ConnectorInput } from './station-input.ts';

type StatusInput = NonNullable<NonNullable<ConnectorInput['connectorStatuses']>['connectorStatus']>[number];

export interface StationAround {
  /** Begins the ids of EVSEs that have none. */
  readonly contentId: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string | undefined;
  /** For EVSEs whose group says no time. */
  readonly updated: string | undefined;
  /** Where nothing says any time. */
  readonly now: string;
  /** In v3, of a group by its place. */
  readonly tariffIndexes: readonly (readonly number[])[];
}

interface Tells {
  readonly ofV2: Tell;
  readonly ofV3: Tell;
}

/** A group that says how many it has and not which: more than these are not made up. */
const MOST_MADE = 200;

export function evsesOf(connectors: readonly ConnectorInput[], around: StationAround, tells: Tells): Evse[] {
  const byUid = new Map<string, Evse>();
  for (const [at, connector] of connectors.entries()) {
    const path = `/connectors/connector/${String(at)}`;
    const group = groupOf(connector, path, around, tells.ofV2);
    const listed = connector.connectorStatuses?.connectorStatus ?? [];
    const members = listed.length > 0 ? listed : madeMembers(connector);
    if (listed.length === 0) tells.ofV2('evse_made', path, members.length);
    for (const [index, member] of members.entries()) {
      const said = member.cpoEvseId ?? member.cpoEvseEMI3Id;
      const uid = said ?? `${around.contentId}*${String(at + 1)}*${String(index + 1)}`;
      if (said === undefined && listed.length > 0) tells.ofV2('evse_made', memberPath(path, index), uid);
      const before = byUid.get(uid);
      const evse = before ?? newEvse(uid, member, group, memberPath(path, index), tells.ofV2);
      if (before !== undefined) checkAgain(before, member, memberPath(path, index), tells.ofV2);
      byUid.set(uid, evse);
      join(evse, member, group, around.tariffIndexes[at] ?? [], tells.ofV3, byUid.size - 1);
    }
  }
  const evses = [...byUid.values()];
  for (const [at, evse] of evses.entries()) {
    if (evse.modified !== '') continue;
    evse.modified = around.updated ?? around.now;
    tells.ofV3(
      around.updated === undefined ? 'modified_made' : 'modified_of_station',
      `/evses/${String(at)}/modified`,
      evse.modified,
    );
  }
  return evses;
}

interface Group {
  readonly connector: Omit<EvConnector, 'id'>;
  readonly modified: string;
  readonly reservable: boolean;
  readonly paymentSupports: readonly string[];
}

function groupOf(connector: ConnectorInput, path: string, { country }: StationAround, tell: Tell): Group {
  const { connectorType, connectorDetails: details = {}, fixedCable, chargingPoint, maxPowerLevel } = connector;
  const electrics = electricsOf(connector, path, tell);
  const amps = electrics.maxCurrent;
  const standard = standardOf(connectorType, { amps, kilowatts: maxPowerLevel, country }, path, tell);
  return {
    connector: {
      standard,
      format: fixedCable === undefined ? undefined : fixedCable ? 'CABLE' : 'SOCKET',
      ...electrics,
    },
    modified: instantIn(chargingPoint?.lastUpdateTimestamp) ?? '',
    reservable: details.reservable === true,
    paymentSupports: paymentSupportsIn(
      details.paymentMethodDetails,
      `${path}/connectorDetails/paymentMethodDetails`,
      tell,
    ),
  };
}

function memberPath(path: string, index: number): string {
  return `${path}/connectorStatuses/connectorStatus/${String(index)}`;
}

function newEvse(uid: string, member: StatusInput, group: Group, path: string, tell: Tell): Evse {
  return {
    uid,
    status: statusOf(member.state, `${path}/state`, tell),
    modified: group.modified,
    connectors: [],
    evseId: member.cpoEvseEMI3Id,
    physicalReference: member.physicalReference,
  };
}

/** Of an EVSE in several groups the first one that says something holds. */
function checkAgain(evse: Evse, member: StatusInput, path: string, tell: Tell): void {
  const status = statusOf(member.state, `${path}/state`, tell);
  if (evse.status === 'UNKNOWN') evse.status = status;
  else if (member.state !== undefined && status !== evse.status) {
    tell('state_contradicts', `${path}/state`, member.state);
  }
  evse.evseId ??= member.cpoEvseEMI3Id;
  evse.physicalReference ??= member.physicalReference;
}

function join(
  evse: Evse,
  member: StatusInput,
  group: Group,
  tariffIndexes: readonly number[],
  tell: Tell,
  at: number,
): void {
  const id = member.cpoConnectorId ?? freeId(evse);
  if (member.cpoConnectorId === undefined) {
    tell('connector_id_made', `/evses/${String(at)}/connectors/${String(evse.connectors.length)}/id`, id);
  }
  evse.connectors.push({
    id,
    ...group.connector,
    tariffIndexes: tariffIndexes.length === 0 ? undefined : [...tariffIndexes],
  });
  // A group shows its newest EVSE's time, so the older of two is nearer to this one's.
  if (group.modified !== '' && (evse.modified === '' || group.modified < evse.modified)) evse.modified = group.modified;
  if (group.reservable) evse.capabilities = ['RESERVABLE'];
  const supports = new Set([...(evse.paymentSupports ?? []), ...group.paymentSupports]);
  if (supports.size > 0) evse.paymentSupports = [...supports];
}

function freeId({ connectors }: Evse): string {
  const taken = new Set(connectors.map(({ id }) => id));
  let next = connectors.length + 1;
  while (taken.has(String(next))) next++;
  return String(next);
}

function statusOf(state: string | undefined, path: string, tell: Tell): Status {
  if (state === undefined || state === 'UNKNOWN') return 'UNKNOWN';
  if (!isLegacyState(state)) {
    tell('state_unknown', path, state);
    return 'UNKNOWN';
  }
  const [assumed = 'UNKNOWN', ...others] = statusesOfLegacyState(state);
  if (others.length > 0) tell('state_ambiguous', path, state);
  return assumed;
}

function isLegacyState(text: string): text is LegacyState {
  return statuses.some(({ state }) => state === text);
}

/** Of a group that only counts: as many EVSEs, each in one of the counted states. */
function madeMembers({ chargingPoint = {} }: ConnectorInput): StatusInput[] {
  const {
    numberOfConnectors = 1,
    numberOfAvailable,
    numberOfInUse,
    numberOfOutOfService,
    numberOfReserved,
  } = chargingPoint;
  const states = [
    ...alike('AVAILABLE', numberOfAvailable),
    ...alike('OCCUPIED', numberOfInUse),
    ...alike('OUT_OF_SERVICE', numberOfOutOfService),
    ...alike('RESERVED', numberOfReserved),
  ];
  return Array.from({ length: Math.min(numberOfConnectors, MOST_MADE) }, (_, at) => ({ state: states[at] }));
}

function alike(state: LegacyState, count = 0): LegacyState[] {
  return Array.from({ length: Math.min(count, MOST_MADE) }, () => state);
}
