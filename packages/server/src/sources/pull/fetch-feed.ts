/** Brings one list or file of a source, from its first byte or page to its last. */
import { stat } from 'node:fs/promises';
import { openBytes } from '@pantograph/feeds/json';
import type { JsonItem } from '@pantograph/feeds/json';
import type { Notice } from '@pantograph/model/notice';
import type { OutboundFetch } from '../../ocpi/outbound/index.ts';
import type { SourceLimits } from '../definition/source-definition.ts';
import type { Validators } from '../state/pull-state.ts';
import type { Endpoint, TokenForm } from './endpoint.ts';
import { isWebAddress, requestHeaders } from './endpoint.ts';
import type { Intake } from './feed-intake.ts';
import { firstPage, shownPage } from './page-address.ts';
import { persist } from './persist.ts';
import { readAnswer, readObjects } from './read-answer.ts';
import type { Answer } from './read-answer.ts';
import { readList } from './read-list.ts';
import { PageFailure } from './repeat-policy.ts';

export interface FetchContext {
  readonly endpoint: Endpoint;
  readonly limits: SourceLimits;
  readonly fetch: OutboundFetch;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly random: () => number;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly note: (notice: Notice, file: string) => void;
  /** The form of the token that works, once one did; shared by the lists of a source. */
  readonly tokenForm: { current: TokenForm | undefined };
}

export interface Fetched {
  /** False where reading stopped before the end; what is wrong is noted. */
  readonly ended: boolean;
  readonly unmodified: boolean;
  readonly doubt?: string;
  readonly pages: number;
  /** When the source last stood by what was read, by its own clock. */
  readonly confirmedAt?: string;
  /** The source's clock when reading began. */
  readonly date?: string;
  readonly validators?: Validators;
}

type Feed = Pick<Intake, 'take' | 'distinct'>;

/** Rejects with `PageFailure` where the source cannot be read on. */
export async function fetchList(
  list: string,
  changedSince: string | undefined,
  feed: Feed,
  context: FetchContext,
): Promise<Fetched> {
  const { endpoint, limits, note } = context;
  const end = await readList({
    first: firstPage(list, limits.pageSize, changedSince),
    readPage: async (url, shown, take) => {
      const form = context.tokenForm;
      return patiently(shown, context, async () => {
        const forms = form.current === undefined ? endpoint.tokenForms : [form.current];
        for (const [index, next] of forms.entries()) {
          try {
            const headers = requestHeaders(endpoint, next);
            const answer = await readAnswer({ ...asked(context, url.href, shown, take), headers });
            form.current = next;
            return answer;
          } catch (error) {
            const refused = error instanceof PageFailure && (error.status === 401 || error.status === 403);
            if (!refused || index === forms.length - 1) throw error;
          }
        }
        throw new Error('there is no form of the token to try');
      });
    },
    take: (item, file) => feed.take(item, file),
    distinct: () => feed.distinct,
    note,
  });
  return { ...end, unmodified: false };
}

/** A file on the web is asked for only if it is another one than last time. */
export async function fetchFile(
  from: string,
  before: Validators | undefined,
  feed: Feed,
  context: FetchContext,
): Promise<Fetched> {
  if (!isWebAddress(from)) return readFile(from, before, feed, context);
  const shown = shownPage(new URL(from));
  const headers = { ...requestHeaders(context.endpoint, undefined), ...conditions(before) };
  const answer = await patiently(shown, context, () =>
    readAnswer({ ...asked(context, from, shown, (item) => feed.take(item, shown)), headers }),
  );
  if (answer.unmodified) return { ended: true, unmodified: true, pages: 1 };
  const modified = Date.parse(answer.headers.get('last-modified') ?? '');
  const now = context.now().getTime();
  return {
    ended: true,
    unmodified: false,
    pages: 1,
    confirmedAt: new Date(Number.isNaN(modified) ? now : Math.min(modified, now)).toISOString(),
    validators: validatorsIn(answer),
  };
}

async function readFile(from: string, before: Validators | undefined, feed: Feed, context: FetchContext) {
  const { limits, signal, now } = context;
  const modified = await modifiedAt(from);
  const lastModified = modified?.toISOString();
  if (lastModified !== undefined && before?.lastModified === lastModified) {
    return { ended: true, unmodified: true, pages: 1 };
  }
  const take = (item: JsonItem): Promise<void> | undefined => feed.take(item, from);
  await readObjects(openBytes(from), { shown: from, maxBytes: limits.megabytes * 1e6, signal, take });
  const confirmedAt = new Date(Math.min(modified?.getTime() ?? now().getTime(), now().getTime())).toISOString();
  return {
    ended: true,
    unmodified: false,
    pages: 1,
    confirmedAt,
    ...(lastModified === undefined ? {} : { validators: { lastModified } }),
  };
}

/** Absent where there is no such file: reading it says so in better words. */
async function modifiedAt(path: string): Promise<Date | undefined> {
  try {
    return (await stat(path)).mtime;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

function patiently<Result>(shown: string, context: FetchContext, attempt: () => Promise<Result>): Promise<Result> {
  const { limits, wait, random, signal, note } = context;
  return persist(attempt, {
    retries: limits.retries,
    wait,
    random,
    signal,
    note: (notice) => {
      note(notice, shown);
    },
  });
}

function asked(
  { fetch, limits, signal, now }: FetchContext,
  url: string,
  shown: string,
  take: (item: JsonItem) => Promise<void> | undefined,
) {
  return { url, shown, fetch, signal, now, take, maxBytes: limits.megabytes * 1e6 };
}

function conditions(before: Validators | undefined): Readonly<Record<string, string>> {
  return {
    ...(before?.etag === undefined ? {} : { 'if-none-match': before.etag }),
    ...(before?.lastModified === undefined ? {} : { 'if-modified-since': before.lastModified }),
  };
}

function validatorsIn({ headers }: Answer): Validators {
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')];
  return { ...(etag === null ? {} : { etag }), ...(lastModified === null ? {} : { lastModified }) };
}
