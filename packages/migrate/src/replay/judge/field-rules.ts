/** What is expected of each field of v2, as tables of the shape of its answers: a field that is forgotten does not compile. */
import type {
  ConnectorStatusesResponse,
  ConnectorTypesResponse,
  CountResponse,
  EvStation,
  EvsesResponse,
  PowerFeedTypesResponse,
  RoamingsResponse,
  StationsResponse,
} from '@pantograph/model/v2';
import type { Compare } from './comparisons.ts';
import { by, byNumber, distance, instant, kilowatts, phone, same, state, text } from './comparisons.ts';
import type { RuleCode } from './rules.ts';

/** A value that is compared as a whole. */
export interface Leaf {
  readonly compare: Compare;
  /** Explains that the new answer lacks it. */
  readonly unsaid?: RuleCode;
  readonly live?: true;
}

export interface List {
  /** Tells items apart; equal keys are matched in order. */
  readonly key: (item: unknown) => string;
  readonly each: Tree | Leaf;
  /** Explains that an item is not in the new answer. */
  readonly unsaid?: (item: unknown) => RuleCode | undefined;
  /** Explains that an item is in the new answer alone. */
  readonly added?: RuleCode;
}

export interface Tree {
  readonly members: Readonly<Record<string, Node>>;
}

export type Node = Leaf | List | Tree;

type Defined<T> = Exclude<T, undefined>;
type Members<T> = { readonly [Field in keyof T]-?: Defined<T[Field]> extends readonly unknown[] ? List | Leaf : Node };

function tree<T>(members: Members<T>): Tree {
  return { members };
}

const copied: Leaf = { compare: same };
const unknownToV3: Leaf = { compare: same, unsaid: 'no_place_in_v3' };
const counted: Leaf = { compare: byNumber('counts_of_evses'), live: true };
const electric: Leaf = { compare: text('ranges_of_electrics') };
const moment: Leaf = { compare: instant, live: true };
const liveState: Leaf = { compare: state, live: true };
const payments: Leaf = { compare: by('payments_of_evses') };

function member(item: unknown, ...names: readonly string[]): unknown {
  let value = item;
  for (const name of names) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}

function keyOf(...names: readonly string[]): (item: unknown) => string {
  return (item) => JSON.stringify(member(item, ...names));
}

const contacts = tree<Defined<EvStation['contacts']>>({
  phone: {
    key: () => 'phone',
    each: tree({ value: { compare: phone }, label: unknownToV3 }),
    unsaid: () => 'phone_not_international',
    added: 'said_additionally',
  },
  website: { key: keyOf('value'), each: tree({ value: copied, label: unknownToV3 }), added: 'said_additionally' },
});

const numbered = {
  id: { compare: byNumber('connector_type_of_standard') },
  name: { compare: text('connector_type_of_standard') },
};

type Connector = Defined<EvStation['connectors']>['connector'][number];

/** Of what v2 groups by: type and power. */
function connectorKey(item: unknown): string {
  const watts = Math.round(Number(member(item, 'maxPowerLevel') ?? 0) * 1000);
  return `${String(Number(member(item, 'connectorType', 'id')))} ${String(watts)}`;
}

const connector = tree<Connector>({
  supplierName: { compare: by('supplier_of_operator') },
  supplierContacts: contacts,
  connectorType: tree(numbered),
  powerFeedType: unknownToV3,
  chargeCapacity: electric,
  maxPowerLevel: { compare: kilowatts },
  customerChargeLevel: unknownToV3,
  customerConnectorName: unknownToV3,
  fixedCable: { compare: by('ranges_of_electrics') },
  connectorDetails: tree<Defined<Connector['connectorDetails']>>({
    deviceName: unknownToV3,
    reservable: copied,
    reservationInformation: unknownToV3,
    privateAccess: { compare: by('access_of_restrictions') },
    open24x7: { compare: by('week_of_hours') },
    openingTime: { compare: text('week_of_hours') },
    openingHours: { compare: by('week_of_hours') },
    pay: unknownToV3,
    paymentMethodDetails: payments,
    manufacturer: unknownToV3,
    manufacturerModel: unknownToV3,
    privateAccessInformation: unknownToV3,
    pricing: { compare: by('prices_of_tariff') },
  }),
  chargingPoint: tree<Defined<Connector['chargingPoint']>>({
    chargeMode: electric,
    volts: electric,
    voltsRange: electric,
    phases: { compare: byNumber('ranges_of_electrics') },
    amps: electric,
    ampsRange: electric,
    numberOfConnectors: { compare: byNumber('counts_of_evses') },
    numberOfAvailable: counted,
    numberOfInUse: counted,
    numberOfOutOfService: counted,
    numberOfReserved: counted,
    lastUpdateTimestamp: moment,
  }),
  connectorStatuses: tree({
    connectorStatus: {
      key: (item) => JSON.stringify([member(item, 'cpoEvseId'), member(item, 'cpoConnectorId')]),
      each: tree<Defined<Connector['connectorStatuses']>['connectorStatus'][number]>({
        cpoEvseId: copied,
        cpoEvseEMI3Id: copied,
        cpoConnectorId: copied,
        state: liveState,
        physicalReference: copied,
      }),
      unsaid: (item) => (member(item, 'state') === 'OFFLINE' ? 'dialect_without_planned' : undefined),
    },
  }),
});

const roamingPartner = {
  emsp: { compare: by('roaming_of_providers') },
  partner_id: { compare: by('roaming_of_providers') },
  ema_id: { compare: same, unsaid: 'ema_ids_not_listed' },
} as const;

const station = tree<EvStation>({
  id: { compare: (v2, v3) => (v2 === v3 ? 'equal' : 'station_id_not_kept') },
  pvId: unknownToV3,
  lastUpdateTimestamp: moment,
  timeZone: copied,
  address: tree<Defined<EvStation['address']>>({
    street: copied,
    streetNumber: copied,
    city: copied,
    postalCode: copied,
    region: copied,
    country: copied,
  }),
  contacts,
  position: tree({ latitude: copied, longitude: copied }),
  entrancePosition: tree({ latitude: copied, longitude: copied }),
  distance: { compare: distance },
  name: copied,
  brand: { compare: by('brand_of_suboperator') },
  poolId: copied,
  cpoId: copied,
  totalNumberOfConnectors: { compare: byNumber('counts_of_evses') },
  connectors: tree({ connector: { key: connectorKey, each: connector } }),
  evStationDetails: tree<Defined<EvStation['evStationDetails']>>({
    privateAccess: { compare: by('access_of_restrictions') },
    restrictedAccess: { compare: by('access_of_restrictions') },
    accessibilityType: { compare: by('access_of_restrictions') },
    paymentMethods: payments,
    notes: unknownToV3,
  }),
  roaming: { key: keyOf('partner_id'), each: tree(roamingPartner), added: 'said_additionally' },
  lastUpdatedTimeStamp: moment,
});

export const stations = tree<StationsResponse>({
  hasMore: copied,
  count: copied,
  evStations: tree({ evStation: { key: keyOf('poolId'), each: station } }),
});

export const count = tree<CountResponse>({ count: copied });

type Pool = EvsesResponse['pools'][number];
type PoolEvse = Pool['stations'][number]['evses'][number];

const evse = tree<PoolEvse>({
  id: copied,
  cpoId: copied,
  cpoEvseEMI3Id: copied,
  physicalReference: copied,
  state: liveState,
  last_updated: moment,
  connectors: {
    key: keyOf('id'),
    each: tree<PoolEvse['connectors'][number]>({
      id: copied,
      cpoId: copied,
      typeId: { compare: byNumber('connector_type_of_standard') },
      maxPowerLevel: { compare: kilowatts },
      state: liveState,
      last_updated: moment,
    }),
  },
});

export const evses = tree<EvsesResponse>({
  pools: {
    key: keyOf('id'),
    each: tree<Pool>({
      id: copied,
      stations: {
        // One station per pool; its id is not kept.
        key: () => 'station',
        each: tree<Pool['stations'][number]>({
          id: { compare: (v2, v3) => (v2 === v3 ? 'equal' : 'station_id_not_kept') },
          cpoId: copied,
          evses: {
            key: keyOf('cpoId'),
            each: evse,
            unsaid: (item) => (member(item, 'state') === 'OFFLINE' ? 'dialect_without_planned' : undefined),
          },
        }),
      },
    }),
  },
});

const numberedList: List = { key: keyOf('id'), each: tree(numbered), added: 'said_additionally' };

export const connectorTypes = tree<ConnectorTypesResponse>({ connectorType: numberedList });

export const powerFeedTypes = tree<PowerFeedTypesResponse>({
  powerFeedType: { ...numberedList, unsaid: () => 'no_place_in_v3' },
});

export const connectorStatuses = tree<ConnectorStatusesResponse>({ connectorStatus: numberedList });

export const roamings = tree<RoamingsResponse>({
  roaming: {
    key: keyOf('partner_id'),
    each: tree<RoamingsResponse['roaming'][number]>({
      ...roamingPartner,
      country: { compare: (v2, v3) => (sorted(v2) === sorted(v3) ? 'roaming_of_providers' : 'different') },
    }),
    added: 'said_additionally',
  },
});

function sorted(list: unknown): string {
  return JSON.stringify(Array.isArray(list) ? list.map(String).sort() : list);
}
