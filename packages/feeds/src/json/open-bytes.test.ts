import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync, constants } from 'node:zlib';
import { openBytes } from '@pantograph/feeds/json';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chunksOf, readAll } from '../../test/read-all.ts';

// Noise, so that the packed form has many blocks and ends in the middle of none of them by chance.
const objects = Array.from({ length: 3000 }, (_, index) => ({ id: String(index), noise: Math.sin(index) }));
const text = JSON.stringify(objects);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pantograph-feeds-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('the bytes of a feed', () => {
  it('come from a path, plain or gzip whatever its name', async () => {
    for (const content of [text, gzipSync(text)]) {
      const { values, failure } = await readAll(openBytes(await file('feed.json', content)));
      expect(failure).toBeUndefined();
      expect(values).toEqual(objects);
    }
  });

  it('come from standard input', async () => {
    const { values } = await readAll(openBytes('-', { stdin: chunksOf(gzipSync(text), 101) }));
    expect(values).toEqual(objects);
    const cut = await readAll(openBytes('-', { stdin: chunksOf(gzipSync(text).subarray(0, 500), 1) }));
    expect(cut.failure?.message).toBe('standard input is a gzip file whose end is missing.');
  });

  it('come from a URL', async () => {
    const asked: string[] = [];
    const fetch = (url: string): Promise<Response> => {
      asked.push(url);
      return Promise.resolve(new Response(gzipSync(text)));
    };
    const { values } = await readAll(openBytes('https://example.org/locations', { fetch }));
    expect(values).toEqual(objects);
    expect(asked).toEqual(['https://example.org/locations']);
  });

  it('say how far they are', async () => {
    const packed = gzipSync(text);
    const path = await file('progress.json.gz', packed);
    let read = 0;
    const totals = new Set<number | undefined>();
    const onRead = (bytes: number, total: number | undefined): void => {
      read += bytes;
      totals.add(total);
    };
    await readAll(openBytes(path, { onRead }));
    expect(read).toBe(packed.length);
    expect([...totals]).toEqual([packed.length]);
  });

  it('may be several gzip members, padded with zeros', async () => {
    const cut = 50_000;
    const packed = Buffer.concat([gzipSync(text.slice(0, cut)), gzipSync(text.slice(cut)), Buffer.alloc(512)]);
    const { values, failure } = await readAll(openBytes(await file('members.gz', packed)));
    expect(failure).toBeUndefined();
    expect(values).toEqual(objects);
  });
});

describe('a gzip file that is cut', () => {
  it('gives every whole object before the cut, then fails', async () => {
    const packed = gzipSync(text);
    for (const length of [packed.length - 1, packed.length - 8, Math.floor(packed.length / 2), 700, 40, 12, 3]) {
      const cut = packed.subarray(0, length);
      const there = gunzipSync(cut, { finishFlush: constants.Z_SYNC_FLUSH }).toString();
      const whole = there.split('}').length - 1;
      const { values, failure } = await readAll(openBytes(await file('cut.gz', cut)));
      expect(values).toEqual(objects.slice(0, whole));
      expect(failure?.notice.code).toBe('gzip_cut_short');
      expect(failure?.message).toMatch(/cut\.gz is a gzip file whose end is missing\.$/);
      expect(failure?.place?.object).toBeGreaterThanOrEqual(whole);
    }
  });

  it('is told from one that is damaged', async () => {
    const packed = Buffer.from(gzipSync(text));
    packed[packed.length - 6] = (packed[packed.length - 6] ?? 0) ^ 0xff;
    const { failure } = await readAll(openBytes(await file('damaged.gz', packed)));
    expect(failure?.notice.code).toBe('gzip_damaged');
  });
});

describe('a source that cannot be read', () => {
  it('is a file that is not there, or a folder', async () => {
    const missing = await readAll(openBytes(join(folder, 'nowhere.json')));
    expect(missing.failure?.message).toMatch(/nowhere\.json cannot be read: there is no such file\.$/);
    const directory = await readAll(openBytes(folder));
    expect(directory.failure?.message).toMatch(/ cannot be read: it is a directory\.$/);
  });

  it('is a server that refuses', async () => {
    const fetch = (): Promise<Response> => Promise.resolve(new Response('no', { status: 503, statusText: 'Busy' }));
    const { failure } = await readAll(openBytes('http://example.org/', { fetch }));
    expect(failure?.message).toBe('http://example.org/ cannot be read: the server answered 503 Busy.');
  });

  it('is a connection that breaks, after what came of it', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from(text.slice(0, 10_000))),
      pull: (controller) => controller.error(new TypeError('terminated', { cause: new Error('other side closed') })),
    });
    const fetch = (): Promise<Response> => Promise.resolve(new Response(body));
    const { values, failure } = await readAll(openBytes('http://example.org/', { fetch }));
    expect(values.length).toBeGreaterThan(100);
    expect(failure?.message).toBe('http://example.org/ broke off after 10000 bytes: other side closed.');
  });
});
