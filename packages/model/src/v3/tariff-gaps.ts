/** Where v3 shows no price although the source has, or means to have, one: for reports on the quality of data. */
import type { Site } from '../location/index.ts';
import type { ConversionNotice } from '../notice/index.ts';
import { presentTariff } from './present/tariff.ts';

export interface TariffReference {
  readonly evseUid: string;
  readonly connectorId: string;
  /** As the connector has it. */
  readonly tariffId: string;
}

export interface TariffGaps {
  /** References to tariffs that are not there: the price is unknown. */
  readonly dangling: readonly TariffReference[];
  /** By tariff id: what v3 cannot say of it, and whether that keeps it out. */
  readonly incomplete: ReadonlyMap<
    string,
    { readonly leftOut: boolean; readonly notices: readonly ConversionNotice[] }
  >;
}

/** Removed EVSEs have no price to miss. */
export function tariffGaps(site: Site): TariffGaps {
  const dangling = site.location.evses
    .filter((evse) => evse.status !== 'REMOVED')
    .flatMap((evse) =>
      evse.connectors.flatMap((connector) =>
        (connector.tariff_ids ?? [])
          .filter((tariffId) => !site.tariffs.has(tariffId.toLowerCase()))
          .map((tariffId) => ({ evseUid: evse.uid, connectorId: connector.id, tariffId })),
      ),
    );
  const incomplete: [string, { leftOut: boolean; notices: readonly ConversionNotice[] }][] = [];
  for (const record of site.tariffs.values()) {
    const { value, notices } = presentTariff(record, site, 'ocpi');
    if (notices.length > 0) incomplete.push([record.tariff.id, { leftOut: value === undefined, notices }]);
  }
  return { dangling, incomplete: new Map(incomplete) };
}
