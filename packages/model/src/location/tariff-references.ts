/** References of connectors to tariffs, and those that lead nowhere: the price is unknown there, and never free. */
import type { Notice } from '../notice/index.ts';
import type { Location } from '../ocpi/index.ts';
import type { ObjectKey } from './identity.ts';
import type { TariffTable } from './tariff-table.ts';

export interface TariffReference {
  /** JSON pointer into the location: where it is first. */
  readonly path: string;
  /** As the connector has it. */
  readonly tariffId: string;
}

/** Each tariff once. What is removed or not published has no price to miss. */
export function tariffReferences(location: Location): readonly TariffReference[] {
  if (!location.publish) return [];
  const references = new Map<string, TariffReference>();
  for (const [evseIndex, evse] of location.evses.entries()) {
    if (evse.status === 'REMOVED') continue;
    for (const [index, { tariff_ids: tariffIds = [] }] of evse.connectors.entries()) {
      for (const [at, tariffId] of tariffIds.entries()) {
        const id = tariffId.toLowerCase();
        if (references.has(id)) continue;
        const path = `/evses/${String(evseIndex)}/connectors/${String(index)}/tariff_ids/${String(at)}`;
        references.set(id, { path, tariffId });
      }
    }
  }
  return [...references.values()];
}

/** @param location whose references they are */
export function danglingTariffs(
  references: readonly TariffReference[],
  location: ObjectKey,
  tariffs: Pick<TariffTable<{ readonly key: ObjectKey }>, 'resolve'>,
): readonly Notice[] {
  return references
    .filter(({ tariffId }) => tariffs.resolve(location, tariffId) === undefined)
    .map(({ path, tariffId }) => ({ code: 'tariff_dangling', path, parameters: { found: tariffId } }));
}
