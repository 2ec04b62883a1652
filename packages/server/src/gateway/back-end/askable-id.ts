/** Which ids v3 can be asked for at all. */

const LONGEST_ID = 512;

/** A list of ids has commas between them, so that no id has one; dots alone would lead to another path. */
export function isAskable(id: string): boolean {
  return !/^\s*\.{0,2}\s*$/.test(id) && id.length <= LONGEST_ID && !/[,\p{Cc}\p{Cs}]/u.test(id);
}
