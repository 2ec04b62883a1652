/** What each filter means. The index asks the same questions, of facts it met before. */
import type { Site } from '@pantograph/model/location';
import { isOpenAt } from '@pantograph/model/location';
import type { Evse } from '@pantograph/model/ocpi';
import type { ConnectorFilter, SiteFilter } from './query.ts';
import { beginsEach, nameWordsOf, searchWordsOf } from './search-text.ts';
import type { ConnectorFacts, EvseFacts, SiteFacts, SupplierFacts } from './site-facts.ts';
import { evseFactsOf, siteFactsOf } from './site-facts.ts';
import { fitsVehicle } from './vehicle-fit.ts';

/** Every condition holds; those on EVSEs may be met by different ones. */
export function matchesFilter(site: Site, filter: SiteFilter): boolean {
  return evsesMatch(site, filter) && factsMatch(siteFactsOf(site), filter) && textsMatch(site, filter);
}

function evsesMatch(site: Site, filter: SiteFilter): boolean {
  const { connector, paymentSupports, vehicle } = filter;
  if (connector === undefined && paymentSupports === undefined && vehicle === undefined) return true;
  const evses = site.location.evses
    .filter(({ status }) => status !== 'REMOVED')
    .map((evse) => ({ status: evse.status, facts: evseFactsOf(site, evse) }));
  return (
    (connector === undefined ||
      evses.some(({ status, facts }) => statusMatches(status, connector) && hasConnector(facts, connector))) &&
    (paymentSupports === undefined || evses.some(({ facts }) => takesPayment(facts, paymentSupports))) &&
    (vehicle === undefined || evses.some(({ facts }) => fitsVehicle(facts.vehicleLimits, vehicle)))
  );
}

export function statusMatches(status: Evse['status'], filter: ConnectorFilter): boolean {
  return status !== 'REMOVED' && (filter.available === undefined || status === 'AVAILABLE');
}

/** All of a connector filter but the status, at one connector. */
export function hasConnector(evse: EvseFacts, filter: ConnectorFilter): boolean {
  return evse.connectors.some((connector) => connectorMatches(connector, filter));
}

function connectorMatches({ standard, watts, current }: ConnectorFacts, filter: ConnectorFilter): boolean {
  const { minPowerWatts: least, maxPowerWatts: most } = filter;
  return (
    (filter.standards === undefined || filter.standards.has(standard)) &&
    (least === undefined || (watts !== undefined && watts >= least)) &&
    (most === undefined || (watts !== undefined && watts <= most)) &&
    (filter.current === undefined || current === filter.current)
  );
}

export function takesPayment(evse: EvseFacts, wanted: ReadonlySet<string>): boolean {
  return evse.payments.some((support) => wanted.has(support));
}

function factsMatch(facts: SiteFacts, filter: SiteFilter): boolean {
  return (
    suppliersMatch(facts.suppliers, filter) &&
    (filter.eMobilityServiceProviders === undefined ||
      providersMatch(facts.providers, filter.eMobilityServiceProviders)) &&
    (filter.countries === undefined || filter.countries.has(facts.country)) &&
    (filter.vehicles === undefined || vehiclesMatch(facts.vehicles, filter.vehicles)) &&
    (filter.openAt === undefined || isOpenAt(facts.hours, filter.openAt) === true)
  );
}

export function suppliersMatch({ names, ids }: SupplierFacts, filter: SiteFilter): boolean {
  const { supplierNames, operatorIds, exceptOperatorIds } = filter;
  return (
    (supplierNames === undefined || Array.from(supplierNames).some((name) => names.includes(name.toLowerCase()))) &&
    (operatorIds === undefined || operatorIds.every((wanted) => hasAny(ids, wanted))) &&
    (exceptOperatorIds === undefined || !hasAny(ids, exceptOperatorIds))
  );
}

export function providersMatch(providers: readonly string[], wanted: ReadonlySet<string>): boolean {
  return hasAny(providers, wanted);
}

export function vehiclesMatch(vehicles: readonly string[], wanted: NonNullable<SiteFilter['vehicles']>): boolean {
  const { any, none } = wanted;
  return (
    (any === undefined || any.every((wantedOnes) => hasAny(vehicles, wantedOnes))) &&
    (none === undefined || !hasAny(vehicles, none))
  );
}

function hasAny(values: readonly string[], wanted: ReadonlySet<string>): boolean {
  return values.some((value) => wanted.has(value));
}

function textsMatch(site: Site, { words, nameWords }: SiteFilter): boolean {
  return (
    (words === undefined || beginsEach(words, searchWordsOf(site))) &&
    (nameWords === undefined || beginsEach(nameWords, nameWordsOf(site)))
  );
}
