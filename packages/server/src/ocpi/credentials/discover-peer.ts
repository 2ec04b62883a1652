/** Asks a peer which versions it speaks and where their modules are. OCPI 2.3.0, version information. */
import { z } from 'zod';
import type { OutboundFetch } from '../outbound/index.ts';
import type { PeerAnswer } from '../peers/call-peer.ts';
import { PeerUnusable, callPeer, isSuccess, shownAnswer } from '../peers/call-peer.ts';
import type { PeerLink, TokenForm } from '../peers/peer.ts';
import type { SpokenVersion } from '../version.ts';
import { spokenVersionIn, spokenVersions } from '../version.ts';

export interface DiscoverRequest {
  readonly versionsUrl: string;
  readonly token: string;
  /** Tried first. */
  readonly form: TokenForm;
  /** Absent: the newest that both speak. */
  readonly version?: SpokenVersion;
}

/** The peer can be asked, but there is no version, or no module, to go on with. */
export class PeerUnfit extends Error {
  override readonly name = 'PeerUnfit';
  readonly lacks: 'version' | 'endpoints';

  constructor(lacks: 'version' | 'endpoints', message: string) {
    super(message);
    this.lacks = lacks;
  }
}

const Versions = z.array(z.object({ version: z.string(), url: z.string() }));
const Endpoint = z.object({
  identifier: z.string(),
  role: z.enum(['SENDER', 'RECEIVER']).optional().catch(undefined),
  url: z.string(),
});
const Details = z.object({ endpoints: z.array(z.unknown()) });

/** Rejects with `PeerUnusable` or `PeerUnfit`. */
export async function discoverPeer(
  fetch: OutboundFetch,
  { versionsUrl, token, form: firstForm, version: wanted }: DiscoverRequest,
  newId: () => string,
): Promise<PeerLink> {
  const { answer, form } = await inEitherForm(firstForm, (tried) =>
    callPeer(fetch, { url: versionsUrl, token, form: tried }, newId),
  );
  const versions = dataOf(Versions, answer, versionsUrl);
  const version = wanted ?? spokenVersions.findLast((ours) => versions.some((theirs) => theirs.version === ours));
  const listed = versions.find((theirs) => theirs.version === version);
  if (version === undefined || listed === undefined) {
    const theirs = versions.map((one) => one.version).join(', ');
    throw new PeerUnfit(
      'version',
      `${wanted ?? spokenVersions.join(', ')} is wanted, and the peer lists ${theirs || 'none'}`,
    );
  }
  const detailed = await callPeer(fetch, { url: listed.url, token, form }, newId);
  const { endpoints: said } = dataOf(Details, detailed, listed.url);
  const endpoints = said.flatMap((raw) => Endpoint.safeParse(raw).data ?? []);
  for (const module of ['credentials', 'locations']) {
    if (endpoints.some(({ identifier }) => identifier.toLowerCase() === module)) continue;
    throw new PeerUnfit('endpoints', `the peer lists no ${module} endpoint for ${version}`);
  }
  return { versionsUrl, version: spokenVersionIn(version) ?? version, token, form, endpoints };
}

/** Which form a peer reads is told by nothing but its answer. */
async function inEitherForm(
  first: TokenForm,
  ask: (form: TokenForm) => Promise<PeerAnswer>,
): Promise<{ readonly answer: PeerAnswer; readonly form: TokenForm }> {
  const answer = await ask(first);
  if (answer.http !== 401 && answer.http !== 403) return { answer, form: first };
  const other = first === 'raw' ? 'base64' : 'raw';
  const second = await ask(other);
  return second.http === 401 || second.http === 403 ? { answer, form: first } : { answer: second, form: other };
}

function dataOf<Schema extends z.ZodType>(schema: Schema, answer: PeerAnswer, url: string): z.infer<Schema> {
  if (!isSuccess(answer)) throw new PeerUnusable(`${url} answered ${shownAnswer(answer)}`);
  const read = schema.safeParse(answer.data);
  if (!read.success) throw new PeerUnusable(`${url} answered with data of another shape`);
  return read.data;
}
