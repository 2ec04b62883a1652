/** Whether an object that is kept now is the mended form of one in quarantine. The same for every store. */
import type { ObjectKey } from '@pantograph/model/location';

export interface Arrived {
  readonly key: ObjectKey;
  readonly lastUpdated: string;
}

/** Both have the same source, kind and id; what else the broken one says of itself is read from its raw text. */
export function isMended(broken: { readonly raw: string; readonly receivedAt: string }, arrived: Arrived): boolean {
  const said = fieldsIn(broken.raw);
  const { countryCode, partyId } = arrived.key;
  if (isOther(said('country_code', 'countryCode'), countryCode, /^[a-z]{2}$/i)) return false;
  if (isOther(said('party_id', 'partyId'), partyId, /^[a-z0-9]{3}$/i)) return false;
  const updated = Date.parse(said('last_updated', 'lastUpdated') ?? '');
  // A date that was ahead of its own receipt is one of the things that may have been wrong.
  if (Number.isNaN(updated) || updated > Date.parse(broken.receivedAt)) return true;
  return Date.parse(arrived.lastUpdated) >= updated;
}

/** What is not well-formed may be what was mended. */
function isOther(said: string | undefined, known: string, wellFormed: RegExp): boolean {
  return said !== undefined && wellFormed.test(said) && said.toLowerCase() !== known.toLowerCase();
}

function fieldsIn(raw: string): (...names: readonly string[]) => string | undefined {
  let object: unknown;
  try {
    object = JSON.parse(raw);
  } catch {
    object = undefined;
  }
  const fields = new Map<string, unknown>(typeof object === 'object' && object !== null ? Object.entries(object) : []);
  return (...names) =>
    names
      .map((name) => fields.get(name))
      .find((value) => typeof value === 'string')
      ?.trim();
}
