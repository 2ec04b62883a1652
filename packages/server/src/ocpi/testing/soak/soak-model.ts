/** The rules of the receiver in their plainest form: what a peer's location has to be after each acknowledged push. */

export interface ModelEvse {
  readonly uid: string;
  readonly status: string;
  /** When the status was told, in minutes. */
  readonly at: number;
  /** When anything of it changed. */
  readonly changed: number;
  readonly floor: string | undefined;
  readonly connectors: readonly ModelConnector[];
}

export interface ModelConnector {
  readonly id: string;
  readonly terms: string;
  readonly at: number;
}

export interface ModelLocation {
  readonly name: string;
  readonly at: number;
  readonly evses: readonly ModelEvse[];
}

export type Push =
  | { readonly kind: 'put location'; readonly at: number; readonly name: string; readonly evses: readonly ModelEvse[] }
  | { readonly kind: 'patch location'; readonly at: number; readonly name: string; readonly statuses: readonly Claim[] }
  | { readonly kind: 'put evse'; readonly at: number; readonly evse: ModelEvse }
  | { readonly kind: 'patch status'; readonly at: number; readonly uid: string; readonly status: string }
  | {
      readonly kind: 'patch evse';
      readonly at: number;
      readonly uid: string;
      readonly status: string;
      readonly floor: string;
    }
  | {
      readonly kind: 'put connector';
      readonly at: number;
      readonly uid: string;
      readonly id: string;
      readonly terms: string;
    };

interface Claim {
  readonly uid: string;
  readonly status: string;
}

/** `undefined` for what has to be answered with 2003. */
export function after(before: ModelLocation | undefined, push: Push): ModelLocation | undefined {
  if (push.kind === 'put location') return afterPut(before, push);
  if (before === undefined) return undefined;
  if (push.kind === 'patch location') return afterPatch(before, push);
  const uid = push.kind === 'put evse' ? push.evse.uid : push.uid;
  const evse = before.evses.find((one) => one.uid === uid);
  const put = (changed: ModelEvse, at = before.at): ModelLocation => ({
    ...before,
    at: Math.max(before.at, at),
    evses: evse === undefined ? [...before.evses, changed] : before.evses.map((one) => (one === evse ? changed : one)),
  });
  if (push.kind === 'put evse') return evse !== undefined && push.at < evse.changed ? before : put(push.evse, push.at);
  if (evse === undefined) return undefined;
  switch (push.kind) {
    case 'patch status':
      return push.at < evse.at ? before : put(statusOf(evse, push.status, push.at));
    case 'patch evse': {
      if (push.at < evse.changed) return before;
      return put({ ...statusOf(evse, push.status, push.at), floor: push.floor }, push.at);
    }
    case 'put connector': {
      const known = evse.connectors.find(({ id }) => id === push.id);
      if (known !== undefined && push.at < known.at) return before;
      const connector = { id: push.id, terms: push.terms, at: push.at };
      const connectors =
        known === undefined
          ? [...evse.connectors, connector]
          : evse.connectors.map((one) => (one === known ? connector : one));
      return put({ ...evse, connectors, changed: Math.max(evse.changed, push.at) }, push.at);
    }
  }
}

function afterPut(before: ModelLocation | undefined, { at, name, evses }: Extract<Push, { kind: 'put location' }>) {
  if (before === undefined) return { name, at, evses };
  if (at >= before.at) return { name, at, evses: evses.map((one) => withNewerStatus(before.evses, one)) };
  // Too old as a whole; what its EVSEs know that is newer counts.
  const heard = before.evses.map((known) => {
    const claim = evses.find(({ uid }) => uid === known.uid);
    return claim !== undefined && claim.at > known.at ? statusOf(known, claim.status, claim.at) : known;
  });
  return { ...before, evses: heard };
}

function withNewerStatus(known: readonly ModelEvse[], claim: ModelEvse): ModelEvse {
  const before = known.find(({ uid }) => uid === claim.uid);
  return before !== undefined && before.at > claim.at ? statusOf(claim, before.status, before.at) : claim;
}

function afterPatch(before: ModelLocation, push: Extract<Push, { kind: 'patch location' }>): ModelLocation {
  if (push.at < before.at) return before;
  const evses = before.evses.map((evse) => {
    const claim = push.statuses.find(({ uid }) => uid === evse.uid);
    if (claim === undefined) return evse;
    return push.at < evse.at ? evse : statusOf(evse, claim.status, push.at);
  });
  return { name: push.name, at: push.at, evses };
}

function statusOf(evse: ModelEvse, status: string, at: number): ModelEvse {
  return { ...evse, status, at, changed: Math.max(evse.changed, at) };
}
