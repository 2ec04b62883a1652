/** What a world needs to come up again as it was, as named runs of bytes. */

export interface SavedPart {
  readonly name: string;
  /** Taken one after the other while the world lives on; what they hold is what was so when the part was handed out. */
  readonly pieces: Iterable<Uint8Array>;
}

/** Parts as they were written, each in one run; all of them are known to be undamaged. */
export type RestoredParts = ReadonlyMap<string, SharedArrayBuffer>;

export function jsonPart(name: string, value: unknown): SavedPart {
  return { name, pieces: [Buffer.from(JSON.stringify(value))] };
}

export function partOf(parts: RestoredParts, name: string): SharedArrayBuffer {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`the snapshot has no part ${name}`);
  return part;
}

export function textOf(part: SharedArrayBuffer): string {
  return Buffer.from(part).toString();
}
