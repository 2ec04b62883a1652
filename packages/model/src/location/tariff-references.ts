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

/** Each tariff once. What is removed or not published has no price to miss. Runs for all that is imported. */
export function tariffReferences(location: Location): readonly TariffReference[] {
  const references: TariffReference[] = [];
  if (!location.publish) return references;
  const known = new Set<string>();
  location.evses.forEach((evse, evseIndex) => {
    if (evse.status === 'REMOVED') return;
    evse.connectors.forEach(({ tariff_ids: tariffIds }, index) => {
      tariffIds?.forEach((tariffId, at) => {
        const id = tariffId.toLowerCase();
        if (known.has(id)) return;
        known.add(id);
        references.push({ path: `/evses/${evseIndex}/connectors/${index}/tariff_ids/${at}`, tariffId });
      });
    });
  });
  return references;
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
