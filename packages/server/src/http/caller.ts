/** Who asks, and what that lets them see. */

/** Each guards something that not every caller of a server may have; all else needs a valid key at most. */
export const rightNames = ['truckRestrictions', 'predictions', 'reliability', 'admin'] as const;
export type Right = (typeof rightNames)[number];

export interface Caller {
  /** A key's public id, `jwt:<subject>`, or `anonymous`. Never a secret: it is logged and counted. */
  readonly id: string;
  readonly rights: ReadonlySet<Right>;
}

/** `undefined` is a caller inside this process, who may do everything. */
export function mayUse(caller: Caller | undefined, right: Right): boolean {
  return caller === undefined || caller.rights.has(right);
}
