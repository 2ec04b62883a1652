/** The golden cases of spec/golden/feeds: for every notice code that reading a feed can give, inputs and what is found in them. */
import { readFileSync, readdirSync } from 'node:fs';
import { openBytes } from '@pantograph/feeds/json';
import { readLocation, readTariff } from '@pantograph/feeds/ocpi';
import type { ReadContext } from '@pantograph/feeds/ocpi';
import { noticeSections } from '@pantograph/model/notice';
import { Location, Tariff } from '@pantograph/model/ocpi';
import { describe, expect, it } from 'vitest';
import { readAll } from './read-all.ts';

interface FeedInput {
  readonly text?: string;
  readonly base64?: string;
  readonly status?: number;
  /** The connection breaks with this reason after the text. */
  readonly breaksOff?: string;
  readonly maxObjectBytes?: number;
}

interface FeedCase {
  readonly title: string;
  readonly feed: FeedInput;
  readonly expect: { readonly items: readonly unknown[]; readonly failure?: unknown };
}

interface ObjectCase {
  readonly title: string;
  readonly location?: unknown;
  readonly tariff?: unknown;
  readonly context?: Partial<ReadContext>;
  readonly expect: {
    readonly outcome: 'stored' | 'quarantined';
    readonly notices: readonly unknown[];
    /** By JSON pointer; null is absent. `extension` is the record's. */
    readonly stored?: Readonly<Record<string, unknown>>;
  };
}

interface GoldenFile {
  readonly code: string;
  readonly cases: readonly (FeedCase | ObjectCase)[];
}

const folder = new URL('../../../spec/golden/feeds/', import.meta.url);
const files = readdirSync(folder).map(
  (name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as GoldenFile] as const,
);

const context: ReadContext = { source: 'golden', receivedAt: '2025-03-02T00:00:00.000Z' };
const URL_OF_FEED = 'https://feed.example/locations';

describe('golden feeds', () => {
  it('have a case for every code that reading a feed can give', () => {
    const codes = noticeSections.filter((section) => section.ofFeeds).flatMap(({ entries }) => Object.keys(entries));
    expect(files.map(([name]) => name).sort()).toEqual(codes.map((code) => `${code}.json`).sort());
    for (const [name, { code, cases }] of files) {
      expect(`${code}.json`).toBe(name);
      expect(JSON.stringify(cases[0]?.expect)).toContain(`"${code}"`);
    }
  });

  for (const [, { code, cases }] of files) {
    for (const one of cases) {
      it(`${code}: ${one.title}`, async () => {
        if ('feed' in one) await checkFeed(one);
        else checkObject(one);
      });
    }
  }
});

async function checkFeed({ feed, expect: expected }: FeedCase): Promise<void> {
  const { status = 200, maxObjectBytes } = feed;
  const fetch = (): Promise<Response> => Promise.resolve(new Response(bodyOf(feed), { status }));
  const options = maxObjectBytes === undefined ? {} : { maxObjectBytes };
  const read = await readAll(openBytes(URL_OF_FEED, { fetch }), { file: URL_OF_FEED, ...options });
  const items = read.items.map(({ object, line, ...item }) =>
    item.ok ? { object, line, value: item.value } : { object, line, notice: item.notice.code },
  );
  const { failure } = read;
  const found = failure && { code: failure.notice.code, line: failure.place?.line, object: failure.place?.object };
  expect({ items, failure: found }).toEqual({ failure: undefined, ...expected });
}

function bodyOf({ text = '', base64, breaksOff }: FeedInput): ReadableStream<Uint8Array> {
  const bytes = base64 === undefined ? new TextEncoder().encode(text) : Buffer.from(base64, 'base64');
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes),
    pull: (controller) => {
      if (breaksOff === undefined) controller.close();
      else controller.error(new Error(breaksOff));
    },
  });
}

function checkObject(one: ObjectCase): void {
  const given = { ...context, ...one.context };
  const reading = 'tariff' in one ? readTariff(one.tariff, given) : readLocation(one.location, given);
  expect(reading.ok ? 'stored' : 'quarantined').toBe(one.expect.outcome);
  expect(reading.ok ? reading.record.notices : reading.notices).toEqual(one.expect.notices);
  if (!reading.ok) return;
  const { record } = reading;
  const object = 'location' in record ? Location.parse(record.location) : Tariff.parse(record.tariff);
  for (const [pointer, value] of Object.entries(one.expect.stored ?? {})) {
    const found = pointer === 'extension' ? record.extension : at(object, pointer);
    expect(found, pointer).toEqual(value ?? undefined);
  }
}

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((within: unknown, key) => (within as Record<string, unknown> | undefined)?.[key], value);
}
