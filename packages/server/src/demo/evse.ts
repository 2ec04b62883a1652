/** The charging points of a demo site. */
import type { Connector, Evse } from '@pantograph/model/ocpi';
import type { DemoSite } from './site.ts';
import { chance, integer, pick } from './random.ts';
import type { Random } from './random.ts';
import { standardOf, stationModels } from './station-model.ts';
import { tariffIdsOf } from './tariff.ts';

/** What all EVSEs of a site share. */
interface EvseSetup {
  /** OCPI time at which the hardware was put up; no connector changed since. */
  readonly installed: string;
  /** Where the site has bays of its own. */
  readonly parkingId?: string;
}

/** Without a status yet: that depends on the whole site. */
type EvseDraft = Omit<Evse, 'status' | 'last_updated'>;

export function evsesOf(site: DemoSite, setup: EvseSetup, random: Random): EvseDraft[] {
  const { operator, town, index } = site;
  const serial = String(index).padStart(7, '0');
  const capabilities = capabilitiesOf(site, random);
  const connectors = connectorsOf(site, setup.installed, random);
  const floor = site.kind === 'carPark' && chance(random, 0.6) ? String(integer(random, -2, 3)) : undefined;
  const restriction = parkingRestrictionOf(site, random);
  return Array.from({ length: site.evses }, (_, at): EvseDraft => {
    const number = String(at + 1);
    return {
      uid: `${operator.partyId}-${serial}-${number}`,
      evse_id: `${town.country.code}*${operator.partyId}*E${serial}*${number}`,
      capabilities,
      connectors,
      ...(floor === undefined ? {} : { floor_level: floor }),
      physical_reference: number,
      ...(restriction === undefined ? {} : { parking_restrictions: [restriction] }),
      ...(setup.parkingId === undefined
        ? {}
        : { parking: [{ parking_id: setup.parkingId, evse_position: at % 2 === 0 ? 'LEFT' : 'RIGHT' }] }),
    };
  });
}

function connectorsOf({ model, operator, town }: DemoSite, installed: string, random: Random): Connector[] {
  const { plugs, price } = stationModels[model];
  // Of every fifth site no price is published.
  const tariff_ids = chance(random, 0.2) ? [] : [...tariffIdsOf(operator, price)];
  return plugs.map((plug, at) => ({
    id: String(at + 1),
    ...plug,
    standard: standardOf(plug, town.country.domesticSocket),
    ...(tariff_ids.length === 0 ? {} : { tariff_ids }),
    ...(plug.max_electric_power >= 300_000 ? { capabilities: ['ISO_15118_2_PLUG_AND_CHARGE'] } : {}),
    last_updated: installed,
  }));
}

function capabilitiesOf({ operator, kind, model }: DemoSite, random: Random): string[] {
  const capabilities = ['REMOTE_START_STOP_CAPABLE'];
  if (operator.roaming.length > 0) capabilities.unshift('RFID_READER');
  const fast = stationModels[model].price === 'dc' || stationModels[model].price === 'hpc';
  if (operator.bankCards === true && (fast || chance(random, 0.3))) {
    capabilities.push('CONTACTLESS_CARD_SUPPORT', 'CREDIT_CARD_PAYABLE', 'DEBIT_CARD_PAYABLE');
  }
  if (!fast && chance(random, 0.25)) capabilities.push('CHARGING_PROFILE_CAPABLE', 'UNLOCK_CAPABLE');
  if (kind === 'truck' || (kind === 'hotel' && chance(random, 0.3))) capabilities.push('RESERVABLE');
  return capabilities;
}

function parkingRestrictionOf({ kind }: DemoSite, random: Random): string | undefined {
  if (kind === 'twoWheeler') return 'MOTORCYCLES';
  if ((kind === 'retail' || kind === 'hotel') && chance(random, 0.35)) return 'CUSTOMERS';
  if (kind === 'street') return chance(random, 0.6) ? pick(random, ['PLUGGED', 'EV_ONLY']) : undefined;
  return chance(random, 0.02) ? 'DISABLED' : undefined;
}
