/** An HTTP archive (HAR 1.2), as browsers and proxies save it. Only method, address and status are looked at. */
import { z } from 'zod';
import type { LegacyRequest, SkipReason } from './legacy-request.ts';
import { judged } from './line-request.ts';

const Archive = z.object({ log: z.object({ entries: z.array(z.unknown()) }) });
const Entry = z.object({
  request: z.object({ method: z.string(), url: z.string() }),
  response: z.object({ status: z.number() }).optional(),
});

/** Throws where the text is no whole archive. */
export function requestsInHar(text: string): readonly (LegacyRequest | SkipReason)[] {
  return Archive.parse(JSON.parse(text)).log.entries.map((entry) => {
    const parsed = Entry.safeParse(entry);
    if (!parsed.success) return 'not_a_request';
    const { request, response } = parsed.data;
    // 0: the browser had no answer.
    const status = response?.status === 0 ? undefined : response?.status;
    return judged(request.method, request.url, status);
  });
}
