/**
 * Contract v3, Tariff, from OCPI's. What v3 cannot state would make the price wrong, so such a tariff is left out: an
 * unknown price misleads nobody. The notices say why.
 */
import type { Site, TariffRecord } from '../../location/index.ts';
import { DEFAULT_NAME } from '../../location/index.ts';
import type { ConversionNotice, Converted } from '../../notice/index.ts';
import type { EnumDialect } from '../../vocabulary/index.ts';
import { spellAllIn, tariffDimensions, tariffTypeOf } from '../../vocabulary/index.ts';
import type { Tariff, TariffElement } from '../wire/index.ts';
import { known } from './known.ts';
import { partnerIdFor } from './partner-id.ts';
import { inexpressibleRestrictions, presentCondition } from './tariff-condition.ts';
import { presentComponents } from './tariff-price.ts';

type OcpiElement = TariffRecord['tariff']['elements'][number];

export function presentTariff(
  record: TariffRecord,
  site: Pick<Site, 'location' | 'extension'>,
  enums: EnumDialect,
): Converted<Tariff | undefined> {
  const { value: elements, notices } = statedElements(record, enums);
  if (elements === undefined)
    return { value: undefined, notices: [...notices, lost('', `tariff ${record.tariff.id}`)] };
  const { currency } = record.tariff;
  return { value: known({ ...tariffHeading(record, site), currency, elements }), notices };
}

/** What v3 can say of the prices; `undefined` where that would be wrong. The notices name what it cannot. */
export function statedElements(record: TariffRecord, enums: EnumDialect): Converted<TariffElement[] | undefined> {
  const notices: ConversionNotice[] = [];
  const lose = (path: string, field: string) => notices.push(lost(path, field));
  const elements = presentElements(record, enums, lose);
  for (const limit of ['min_price', 'max_price'] as const) {
    if (record.tariff[limit] !== undefined) lose(`/${limit}`, limit);
  }
  return { value: elements?.length === 0 ? undefined : elements, notices };
}

function lost(path: string, field: string): ConversionNotice {
  return { code: 'field_dropped', path, parameters: { field, target: 'v3' } };
}

/** Whose tariff it is and what it is called. Tariffs under a contract are asked for by name, so each has one. */
export function tariffHeading(
  record: TariffRecord,
  site: Pick<Site, 'location' | 'extension'>,
): Pick<Tariff, 'partner' | 'partnerId' | 'name' | 'type'> {
  const { tariff, extension } = record;
  const type = tariffTypeOf(tariff.type, extension.eMobilityServiceProvider !== undefined);
  const name = extension.name ?? (type === 'adhoc' ? undefined : tariff.id);
  return known({ ...partnerOf(record, site), name, type });
}

/** The eMSP, else whoever operates the location. */
function partnerOf(
  { tariff, extension }: TariffRecord,
  site: Pick<Site, 'location' | 'extension'>,
): { partner: string; partnerId: string } {
  const provider = extension.eMobilityServiceProvider;
  if (provider !== undefined) return { partner: provider.name, partnerId: provider.partnerId };
  const { operator, suboperator, owner } = site.location;
  const party = [tariff.country_code, tariff.party_id].filter(Boolean).join('-');
  const partner = (operator ?? suboperator ?? owner)?.name ?? (party || DEFAULT_NAME);
  const stated = operator === undefined ? site.extension.suboperatorPartnerId : site.extension.operatorPartnerId;
  return { partner, partnerId: partnerIdFor(partner, stated) };
}

/** `undefined`: an element cannot be stated, and without it the others would hold where they should not. */
function presentElements(
  { tariff }: TariffRecord,
  enums: EnumDialect,
  lose: (path: string, field: string) => void,
): TariffElement[] | undefined {
  let whole = true;
  const elements = new Map<string, TariffElement>();
  const give = (element: TariffElement) => elements.set(JSON.stringify(element), element);
  for (const [index, element] of tariff.elements.entries()) {
    const path = `/elements/${String(index)}`;
    const restrictions = element.restrictions ?? {};
    // Prices of a reservation never hold while charging, so the others hold without them.
    if (restrictions.reservation !== undefined) {
      lose(`${path}/restrictions/reservation`, 'reservation');
      continue;
    }
    const inexpressible = inexpressibleRestrictions(restrictions);
    for (const name of inexpressible) lose(`${path}/restrictions/${name}`, name);
    const components = presentComponents(element, tariff.tax_included, enums);
    if (components === undefined) lose(`${path}/price_components`, 'price including taxes of an unknown rate');
    if (components === undefined || inexpressible.length > 0) whole = false;
    else give(known({ components, condition: presentCondition(restrictions, enums) }));
  }
  if (!whole) return undefined;
  return isFree(tariff.elements) && elements.size > 0 ? [freeElement(enums)] : [...elements.values()];
}

function isFree(elements: readonly OcpiElement[]): boolean {
  return elements.every(({ price_components }) => price_components.every(({ price }) => price === 0));
}

/** How v3 states a free charge. */
function freeElement(enums: EnumDialect): TariffElement {
  const dimensions = spellAllIn(enums, tariffDimensions, ['FLAT']);
  return { components: dimensions.map((dimension) => ({ dimension, price: 0 })) };
}
