/** Ids of all generations name the same location: only what follows the last colon counts. */
const MOST_IDS = 100;

export function contentIdOf(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}

/** Batches of as many as one request takes; each id once in all of them. */
export async function* batchesOf(ids: Iterable<string> | AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  const seen = new Set<string>();
  let batch: string[] = [];
  // A single id is a list of letters, to those who do not look.
  for await (const id of typeof ids === 'string' ? [ids] : ids) {
    const contentId = contentIdOf(id);
    if (seen.has(contentId)) continue;
    seen.add(contentId);
    batch.push(id);
    if (batch.length < MOST_IDS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
