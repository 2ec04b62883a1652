/** Whether two searches found the same places. */
/**
 * Distances are worked out differently on both sides, on a sphere here and partly in the plane there; beyond this many
 * metres before the cut at the limit, places must be the same.
 */
const SLACK_METRES = 500;

export function sameHits(ours: unknown, peer: unknown, path: string): void {
  const [our, their] = [hitsOf(ours), hitsOf(peer)];
  if (our.length !== their.length)
    throw new Error(`${String(our.length)} and ${String(their.length)} hits for ${path.slice(0, 300)}`);
  for (const [some, others] of [
    [our, their],
    [their, our],
  ] as const) {
    const known = new Set(others.map(({ id }) => id));
    const cut = (some.at(-1)?.distance ?? 0) - SLACK_METRES;
    const missing = some.find(({ id, distance }) => distance < cut && !known.has(id));
    if (missing !== undefined) throw new Error(`only one side found ${missing.id} for ${path.slice(0, 300)}`);
  }
}

interface Found {
  readonly id: string;
  readonly distance: number;
}

function hitsOf(body: unknown): readonly Found[] {
  const { items } = body as { readonly items: readonly Found[] };
  return items;
}
