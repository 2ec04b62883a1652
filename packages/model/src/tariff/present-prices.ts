/** What a session costs at a place: by connector group, the grouping of v3, and by tariff. */
import type { ConnectorGroup, GroupMember, Site, TariffRecord } from '../location/index.ts';
import { connectorGroups, localClock } from '../location/index.ts';
import type { Connector } from '../ocpi/index.ts';
import { PLACE_ID_PREFIX } from '../search/index.ts';
import type { TariffFilter } from '../v3/index.ts';
import { tariffHeading, wantedTariffs } from '../v3/index.ts';
import { v3StandardOf } from '../vocabulary/index.ts';
import { exactly, fraction, isLess, over, rounded } from './fraction.ts';
import { DECIMALS, instantAt } from './present-price.ts';
import type { PriceBook } from './price-book.ts';
import type { Demand, Session, SessionPlace } from './session.ts';
import { planSession } from './session.ts';
import type { UnknownPrice } from './unknown-price.ts';
import { unknownPrices } from './unknown-price.ts';
import type { PricedConnectors, PricedGroup, PricedPlace, PricedSession, PricedTariff } from './wire.ts';

export interface PresentPricesOptions {
  readonly book: PriceBook;
  readonly filter: TariffFilter;
  /** Which connectors are meant; all of the place where it is absent. */
  readonly only?: (evse: GroupMember['evse'], connector: Connector) => boolean;
}

type Shown = PricedGroup['prices'][number];

export function presentPrices(site: Site, options: PresentPricesOptions): PricedPlace {
  const { only = () => true } = options;
  const evses = site.location.evses
    .map((evse) => ({ ...evse, connectors: evse.connectors.filter((connector) => only(evse, connector)) }))
    .filter(({ connectors }) => connectors.length > 0);
  const timeZone = site.location.time_zone;
  const tariffs = tariffsOf(site, options.filter);
  return {
    id: `${PLACE_ID_PREFIX}${site.contentId}`,
    ...(localClock(timeZone, options.book.demand.start) !== undefined && { timeZone }),
    connectorGroups: connectorGroups(evses, ({ standard }) => v3StandardOf(standard)).map((group) =>
      presentGroup(group, timeZone, tariffs, options.book),
    ),
  };
}

interface SiteTariffs {
  readonly records: Site['tariffs'];
  readonly headings: ReadonlyMap<string, PricedTariff>;
  readonly wanted: ReadonlySet<string>;
}

function tariffsOf(site: Site, filter: TariffFilter): SiteTariffs {
  const headings = new Map<string, PricedTariff>();
  for (const [reference, record] of site.tariffs) {
    const { type = 'adhoc', ...heading } = tariffHeading(record, site);
    headings.set(reference, { id: record.tariff.id, ...heading, type });
  }
  return { records: site.tariffs, headings, wanted: wantedTariffs(headings, filter) };
}

interface Plugged {
  readonly evseUid: string;
  readonly connector: Connector;
}

function presentGroup(
  { kind: standard, maxPower, members }: ConnectorGroup<string>,
  timeZone: string,
  tariffs: SiteTariffs,
  book: PriceBook,
): PricedGroup {
  const plugged = members.flatMap(({ evse, connectors }) =>
    connectors.map((connector) => ({ evseUid: evse.uid, connector })),
  );
  const prices = pricesOf(plugged, { timeZone, maxPowerWatts: maxPower }, tariffs, book);
  return {
    standard,
    ...(maxPower !== undefined && { maxPower: rounded(over(exactly(maxPower), KILO), DECIMALS) }),
    connectors: referencesTo(plugged),
    ...sessionOf(book, { timeZone, maxPowerWatts: maxPower }),
    prices: prices.map(({ meant, ...price }) => ({
      ...price,
      ...(meant.length < plugged.length && { connectors: referencesTo(meant) }),
    })),
  };
}

function pricesOf(
  plugged: readonly Plugged[],
  place: SessionPlace,
  { records, headings, wanted }: SiteTariffs,
  book: PriceBook,
): readonly (Shown & { readonly meant: readonly Plugged[] })[] {
  // One entry for each tariff and voltage, in the order in which connectors refer to them.
  const entries = new Map<string, { readonly meant: Plugged[]; readonly make: () => Shown }>();
  const add = (key: string, one: Plugged, make: () => Shown): void => {
    const entry = entries.get(key);
    if (entry === undefined) entries.set(key, { meant: [one], make });
    else entry.meant.push(one);
  };
  for (const one of plugged) {
    const references = [...new Set((one.connector.tariff_ids ?? []).map((id) => id.toLowerCase()))];
    if (references.length === 0) add('no_tariff', one, () => unknown('no_tariff'));
    else if (!references.some((each) => wanted.has(each) || !records.has(each))) {
      add('no_tariff_of_kind', one, () => unknown('no_tariff_of_kind'));
    }
    for (const reference of references) {
      const record = records.get(reference);
      const tariff = headings.get(reference);
      if (record === undefined || tariff === undefined) {
        const id = one.connector.tariff_ids?.find((each) => each.toLowerCase() === reference) ?? reference;
        add(`missing ${reference}`, one, () => ({ tariff: { id }, ...unknown('tariff_missing') }));
      } else if (wanted.has(reference)) {
        const voltage = dependsOnCurrent(record) ? one.connector.max_voltage : undefined;
        add(`tariff ${String(voltage)} ${reference}`, one, () => {
          const price = book.priceOf(record, { ...place, voltage });
          return { tariff, ...(typeof price === 'string' ? unknown(price) : price) };
        });
      }
    }
  }
  return [...entries.values()].map(({ meant, make }) => ({ ...make(), meant }));
}

/** Connectors of other voltages have other currents at the same power. */
function dependsOnCurrent({ tariff }: TariffRecord): boolean {
  return tariff.elements.some(
    ({ restrictions }) => restrictions?.min_current !== undefined || restrictions?.max_current !== undefined,
  );
}

function unknown(code: UnknownPrice): { unknown: { code: UnknownPrice; reason: string } } {
  return { unknown: { code, reason: unknownPrices[code] } };
}

function referencesTo(plugged: readonly Plugged[]): PricedConnectors[] {
  const byEvse = new Map<string, string[]>();
  for (const { evseUid, connector } of plugged) {
    const ids = byEvse.get(evseUid) ?? [];
    byEvse.set(evseUid, ids.includes(connector.id) ? ids : [...ids, connector.id]);
  }
  return Array.from(byEvse, ([evseUid, connectorIds]) => ({ evseUid, connectorIds }));
}

type SessionAssumption = PricedSession['assumed'][number];

const KILO = fraction(1000n);
const MINUTE = 60n;

function sessionOf({ demand }: PriceBook, place: SessionPlace): Pick<PricedGroup, 'session'> {
  const session = planSession(demand, place);
  if (typeof session === 'string') return {};
  const { energyWh, powerWatts, chargingSeconds, parkingSeconds } = session;
  const minutes = (seconds: number): number => rounded(fraction(BigInt(seconds), MINUTE), DECIMALS);
  return {
    session: {
      start: instantAt(0, session),
      charged: instantAt(chargingSeconds, session),
      end: instantAt(chargingSeconds + parkingSeconds, session),
      energy: rounded(over(energyWh, KILO), DECIMALS),
      power: rounded(over(powerWatts, KILO), DECIMALS),
      duration: minutes(chargingSeconds),
      parking: minutes(parkingSeconds),
      assumed: assumedOf(demand, session),
    },
  };
}

function assumedOf({ powerWatts, energyWh, chargingSeconds }: Demand, session: Session): SessionAssumption[] {
  if (session.energyWh.numerator === 0n) return [];
  const isGiven = energyWh !== undefined && chargingSeconds !== undefined;
  const isOfConnector = !isGiven && (powerWatts === undefined || isLess(session.powerWatts, powerWatts));
  return ['constant_power', ...(isOfConnector ? ['power_of_connector' as const] : [])];
}
