/** Contract v3, BusinessDetails: operator, sub-operator and eMSPs. Source of the roles: migration guide, "Operator and Suboperator". */
import type { Site } from '../../location/index.ts';
import type { BusinessDetails as OcpiBusinessDetails } from '../../ocpi/index.ts';
import type { BusinessDetails } from '../wire/place.ts';
import { EMOBILITY_ID } from '../wire/place.ts';
import { known, unlessEmpty } from './known.ts';
import { partnerIdFor } from './partner-id.ts';

/** What is needed of a site to know its companies. */
export type Companies = Pick<Site, 'location' | 'extension'>;

export function presentOperator({ location, extension }: Companies): BusinessDetails | undefined {
  // OCPI: the party of a location is its operator.
  const ownId = `${location.country_code}-${location.party_id}`.toUpperCase();
  return location.operator && presentCompany(location.operator, extension.operatorPartnerId, [ownId]);
}

export function presentSuboperator({ location, extension }: Companies): BusinessDetails | undefined {
  return location.suboperator && presentCompany(location.suboperator, extension.suboperatorPartnerId, []);
}

/** Every eMSP accepted at one EVSE or more, each once. OCPI names them by EVSE without an id. */
export function presentProviders({ location, extension }: Companies): BusinessDetails[] {
  const providers = new Map<string, BusinessDetails>();
  for (const { name, partnerId, eMobilityIds } of extension.eMobilityServiceProviders ?? []) {
    providers.set(partnerId, known({ name, partnerId, eMobilityIds: validIds(eMobilityIds ?? []) }));
  }
  const named = new Set(location.evses.flatMap((evse) => evse.accepted_service_providers ?? []));
  for (const name of named) {
    const partnerId = partnerIdFor(name);
    if (!providers.has(partnerId)) providers.set(partnerId, { name, partnerId });
  }
  return [...providers.values()];
}

function presentCompany(
  { name, website, logo }: OcpiBusinessDetails,
  partnerId: string | undefined,
  eMobilityIds: readonly string[],
): BusinessDetails {
  return known({
    name,
    partnerId: partnerIdFor(name, partnerId),
    website,
    eMobilityIds: validIds(eMobilityIds),
    logo: logo && known({ url: logo.url, thumbnailUrl: logo.thumbnail }),
  });
}

function validIds(ids: readonly string[]): string[] | undefined {
  return unlessEmpty(ids.filter((id) => EMOBILITY_ID.test(id)));
}
