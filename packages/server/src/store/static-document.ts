/**
 * The part of a record that is its content and that no status change touches, as the text that stores keep. Of each
 * EVSE, `status` and `last_updated` are left out: they are the EVSE's live status and kept beside the document.
 * Notices are no content: they may differ with the day on which the same object was read.
 */
import type { Evse, Location } from '@pantograph/model/ocpi';
import type { EvseStatus, LocationRecord, TariffRecord } from '@pantograph/model/location';

type StaticEvse = Omit<Evse, 'status' | 'last_updated'>;
type StaticLocation = Omit<Location, 'evses'> & { readonly evses: readonly StaticEvse[] };
export type StaticDocument = Pick<LocationRecord, 'extension'> & { readonly location: StaticLocation };
export type TariffDocument = Pick<TariffRecord, 'tariff' | 'extension'>;

export function locationText(record: LocationRecord): string {
  const { location, extension } = record;
  // Undefined properties leave no trace in JSON; setting them is much cheaper than copying all others one by one.
  const evses = location.evses.map((evse) => ({ ...evse, status: undefined, last_updated: undefined }));
  return JSON.stringify({ location: { ...location, evses }, extension });
}

export function tariffText({ tariff, extension }: TariffRecord): string {
  return JSON.stringify({ tariff, extension });
}

/** @param statuses one per EVSE of the document, in its order. */
export function locationOf(document: StaticDocument, statuses: readonly EvseStatus[]): Location {
  const evses = document.location.evses.map((evse, index) => {
    const live = statuses[index];
    if (live === undefined) throw new Error(`location ${document.location.id}: EVSE ${evse.uid} has no status row`);
    return { ...evse, status: live.status, last_updated: live.observedAt };
  });
  return { ...document.location, evses };
}

/**
 * True where two texts say the same, apart from `last_updated` anywhere and the order of properties: some feeds move
 * that date with every delivery, which is no change anybody can see.
 */
export function sameContent(left: string, right: string): boolean {
  return left === right || undated(left) === undated(right) || equal(JSON.parse(left), JSON.parse(right));
}

/** Quotes within a JSON string are escaped, so only properties match. */
function undated(text: string): string {
  return text.replace(/"last_updated":"[^"]*"/g, '');
}

function equal(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((item, index) => equal(item, right[index]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const names = contentNames(left);
  return (
    names.length === contentNames(right).length &&
    names.every((name) => Object.hasOwn(right, name) && equal(left[name], right[name]))
  );
}

function contentNames(value: Record<string, unknown>): readonly string[] {
  return Object.keys(value).filter((name) => name !== 'last_updated');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
