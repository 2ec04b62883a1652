/** The Credentials object of all versions. OCPI 2.3.0 and 2.1.1, mod_credentials. */
import { z } from 'zod';
import type { PeerRole } from '../peers/peer.ts';
import type { OwnParty } from '../peers/own-party.ts';
import type { Party as PassedOnParty } from '../sender/shelf.ts';
import type { SpokenVersion } from '../version.ts';

/** Credentials stay readable by peers that bound what they read. */
const MAX_PARTIES = 1000;

const Details = z.object({ name: z.string(), website: z.string().optional() });
const Party = {
  country_code: z.string().regex(/^[A-Za-z]{2}$/, 'two letters'),
  party_id: z.string().regex(/^[A-Za-z0-9]{3}$/, 'three letters or digits'),
};
const Common = {
  /** Longer than OCPI's 64 is taken: what matters is that a header can carry it. */
  token: z.string().regex(/^[\x21-\x7e]{1,255}$/, 'printable ASCII without spaces'),
  url: z.string().regex(/^https?:\/\//i, 'an http or https URL'),
};
const Flat = z.object({ ...Common, ...Party, business_details: Details.optional() });
const WithRoles = z.object({
  ...Common,
  roles: z.array(z.object({ ...Party, role: z.string(), business_details: Details.optional() })).min(1),
});

export interface Credentials {
  readonly token: string;
  readonly versionsUrl: string;
  readonly roles: readonly PeerRole[];
}

export type ReadCredentials =
  { readonly ok: true; readonly credentials: Credentials } | { readonly ok: false; readonly problem: string };

/** By what the object holds, not by the version: peers that upgrade send either. */
export function readCredentials(raw: unknown): ReadCredentials {
  const hasRoles = typeof raw === 'object' && raw !== null && 'roles' in raw;
  const read = hasRoles ? WithRoles.safeParse(raw) : Flat.safeParse(raw);
  if (!read.success) return { ok: false, problem: problemOf(read.error) };
  const { token, url } = read.data;
  const said = 'roles' in read.data ? read.data.roles : [{ ...read.data, role: undefined }];
  const roles = said.map(({ role, country_code, party_id, business_details }) => ({
    ...(role === undefined ? {} : { role: role.toUpperCase() }),
    countryCode: country_code.toUpperCase(),
    partyId: party_id.toUpperCase(),
    name: business_details?.name ?? '',
  }));
  return { ok: true, credentials: { token, versionsUrl: url, roles } };
}

function problemOf({ issues }: z.ZodError): string {
  const [first] = issues;
  const where = first === undefined || first.path.length === 0 ? 'The credentials' : first.path.join('.');
  return `${where}: ${first?.message ?? 'cannot be read'}`;
}

/** Those of the parties whose data is passed on that our credentials name beside ourselves. */
export function partiesToName(own: OwnParty, passedOn: readonly PassedOnParty[]): readonly PassedOnParty[] {
  return passedOn
    .filter(({ countryCode, partyId }) => countryCode !== own.countryCode || partyId !== own.partyId)
    .filter(({ countryCode, partyId }) => /^[A-Z]{2}$/.test(countryCode) && /^[A-Z0-9]{3}$/.test(partyId))
    .slice(0, MAX_PARTIES);
}

/** What `ToldParties` keeps of credentials that name these. */
export function partiesTold(
  own: OwnParty,
  version: SpokenVersion,
  named: readonly PassedOnParty[],
): readonly string[] | undefined {
  if (version === '2.1.1') return undefined;
  return [own, ...named].map(({ countryCode, partyId }) => `${countryCode}/${partyId}`.toUpperCase());
}

/**
 * Receivers take objects of the parties of a handshake only (OCPI 2.3.0 mod_credentials, CredentialsRole: a platform has
 * a role for every party it speaks for), so those whose data is passed on are named as CPOs. 2.1.1 has one party.
 *
 * @param token that the receiver of the object is to call us with; stands as it is, never encoded */
export function presentCredentials(
  own: OwnParty,
  token: string,
  versionsUrl: string,
  version: SpokenVersion,
  named: readonly PassedOnParty[],
): object {
  const party = { country_code: own.countryCode, party_id: own.partyId };
  const details = { name: own.name, ...(own.website === undefined ? {} : { website: own.website }) };
  const common = { token, url: versionsUrl };
  if (version === '2.1.1') return { ...common, business_details: details, ...party };
  const others = named.map(({ countryCode, partyId }) => ({
    role: 'CPO',
    business_details: details,
    country_code: countryCode,
    party_id: partyId,
  }));
  return { ...common, roles: [...own.roles.map((role) => ({ role, business_details: details, ...party })), ...others] };
}
