/** The Sender interface of locations and tariffs: lists in pages, and single locations. OCPI 2.3.0, mod_locations. */
import type { LocationExtension } from '@pantograph/model/location';
import { presentLocation, presentTariff } from '@pantograph/model/ocpi';
import { attributionOf } from '../../http/attribution.ts';
import type { StoredLocation } from '../../store/store.ts';
import type { WholeAnswer } from '../../http/answer.ts';
import { Declined } from '../answer/declined.ts';
import { envelope } from '../answer/envelope.ts';
import { routingOfAnswer } from '../answer/routing.ts';
import type { OcpiCall, OcpiHandler } from '../call.ts';
import { baseUrlOf, methodNotAllowed } from '../call.ts';
import type { SpokenVersion } from '../version.ts';
import { wireVersionOf } from '../version.ts';
import { effectiveLocation } from './effective.ts';
import { filledFields, marked, unfilled } from './filled-fields.ts';
import { MAX_LIMIT, readPageQuery } from './read-page-query.ts';
import type { Row, Shelf } from './shelf.ts';
import { identityOf } from './shelf.ts';

export const senderLocations: OcpiHandler = (call) => {
  if (call.request.method !== 'GET') throw methodNotAllowed(call, ['GET']);
  if (call.segments.length > 3) throw new Declined('path_unknown', 'Locations have EVSEs, and those connectors');
  return call.segments.length === 0 ? listLocations(call) : oneLocation(call);
};

/** OCPI 2.3.0, mod_tariffs: no single tariff on the Sender side, in any version. */
export const senderTariffs: OcpiHandler = (call) => {
  if (call.request.method !== 'GET') throw methodNotAllowed(call, ['GET']);
  if (call.segments.length > 0) throw new Declined('path_unknown', 'Tariffs are had as a list only');
  return listTariffs(call);
};

function listLocations(call: OcpiCall): WholeAnswer {
  const { passedOn } = call.deps;
  return list(call, passedOn.locations(), (row) => {
    const stored = passedOn.location(row);
    return stored && wireLocation(stored, call);
  });
}

function listTariffs(call: OcpiCall): WholeAnswer {
  const { passedOn } = call.deps;
  const version = wireVersionOf(call.version);
  return list(call, passedOn.tariffs(), (row) => {
    const stored = passedOn.tariff(row);
    return stored && presentTariff(stored.tariff, version).value;
  });
}

function list(call: OcpiCall, shelf: Shelf, present: (row: Row) => object | undefined): WholeAnswer {
  const { own, peer, request, version, now, deps } = call;
  const url = new URL(request.url);
  const query = readPageQuery(url.searchParams);
  const { total, rows } = shelf.page({ ...query, exceptSource: peer.name, version: wireVersionOf(version) });
  const next = query.offset + query.limit;
  const headers: Record<string, string> = {
    ...routingOfAnswer(request, own, version),
    ...attribution(rows.map((row) => deps.passedOn.source(row.source))),
    'x-total-count': String(total),
    'x-limit': String(MAX_LIMIT),
    ...(next < total ? { link: `<${pageUrl(url, baseUrlOf(call), next, query.limit)}>; rel="next"` } : {}),
  };
  return envelope('done', { request, data: rows.flatMap((row) => present(row) ?? []), headers, now });
}

/** Every filter stays as it was written. */
function pageUrl({ pathname, searchParams }: URL, baseUrl: string, offset: number, limit: number): string {
  const parameters = new URLSearchParams(searchParams);
  parameters.set('offset', String(offset));
  parameters.set('limit', String(limit));
  return `${baseUrl}${pathname}?${parameters.toString()}`;
}

function oneLocation(call: OcpiCall): WholeAnswer {
  const { segments, deps, peer, request, own, version, now } = call;
  const { passedOn } = deps;
  const [id = '', uid, connectorId] = segments;
  const row = chosen(call, passedOn.locations().named(id, peer.name));
  const stored = row && passedOn.location(row);
  const location = stored && wireLocation(stored, call);
  const found = location && partOf(location, uid, connectorId);
  if (row === undefined || found === undefined) {
    if (stored !== undefined && partOf(stored.location, uid, connectorId) !== undefined) throw notCarried(call);
    throw new Declined('not_found', `There is no ${segments.join('/')} for you here`);
  }
  const headers = {
    ...routingOfAnswer(request, own, version),
    ...attribution([passedOn.source(row.source)]),
  };
  return envelope('done', { request, data: found, headers, now });
}

/** For what is there, and has no place in the version. */
export function notCarried({ segments, version }: OcpiCall): Declined {
  return new Declined('not_carried', `${segments.join('/')} is here, but OCPI ${version} cannot say what it is`);
}

/** An id is unique for its party only; OCPI-to can name the party that is meant. */
function chosen({ request }: OcpiCall, namesakes: readonly Row[]): Row | undefined {
  const country = request.headers.get('ocpi-to-country-code') ?? '';
  const party = request.headers.get('ocpi-to-party-id') ?? '';
  const meant = identityOf(country, party, '');
  return namesakes.find(({ identity }) => identity.startsWith(meant)) ?? namesakes[0];
}

interface WithEvses {
  readonly evses?: readonly { readonly uid: string; readonly connectors: readonly { readonly id: string }[] }[];
}

/** OCPI compares ids without case. */
export function partOf(location: WithEvses, uid?: string, connectorId?: string): object | undefined {
  if (uid === undefined) return location;
  const evse = location.evses?.find((one) => one.uid.toLowerCase() === uid.toLowerCase());
  if (connectorId === undefined) return evse;
  return evse?.connectors.find((one) => one.id.toLowerCase() === connectorId.toLowerCase());
}

/** As it is passed on; what had to be filled in is marked, where the version has it. */
export function wireLocation(stored: StoredLocation, { version }: Pick<OcpiCall, 'version'>): WithEvses {
  const { location, filled } = presented(stored, version);
  return version === '2.1.1' ? location : { ...location, evses: marked(location.evses, filled) };
}

/** As it is held: with nothing filled in, for who sent it. */
export function heldLocation(stored: StoredLocation, { version }: Pick<OcpiCall, 'version'>): WithEvses {
  const { location, filled } = presented(stored, version);
  return { ...location, evses: unfilled(location.evses, filled) };
}

function presented(stored: StoredLocation, version: SpokenVersion) {
  const wire = wireVersionOf(version);
  const effective = effectiveLocation(stored);
  const { value, notices } = presentLocation(effective, wire);
  // OCPI 2.3.0 obliges receivers to tolerate fields of others' making.
  const extension = wire === '2.3.0' ? wireExtension(stored.extension) : {};
  const carries = Object.keys(extension).length > 0;
  const location = { ...value, ...(carries && { pantograph: extension }) };
  return { location, filled: filledFields(effective, notices) };
}

/** Without what OCPI's own dates say. */
function wireExtension({ evses, ...more }: LocationExtension): object {
  const entries = Object.entries(evses ?? {}).flatMap(([uid, { changedAt: _ours, ...said }]) =>
    Object.keys(said).length > 0 ? [[uid, said] as const] : [],
  );
  return { ...more, ...(entries.length > 0 && { evses: Object.fromEntries(entries) }) };
}

function attribution(sources: Parameters<typeof attributionOf>[0]): Record<string, string> {
  const credits = attributionOf(sources);
  return credits === undefined ? {} : { 'x-attribution': credits };
}
