import { describe, expect, test } from 'vitest';
import { run, runServer } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

interface StatusCounts {
  readonly seq: number;
  readonly counts: { readonly locations: number };
}

async function statusOf(data: string): Promise<StatusCounts> {
  return JSON.parse((await run(['status', '--data', data, '--json'])).stdout) as StatusCounts;
}

describe('demo', () => {
  test('makes a world once, marks it, keeps its statuses moving, and refuses to mix it with another', async () => {
    using directory = temporaryDirectory();
    const args = ['demo', '--port', '0', '--data', directory.path, '--locations', '300'];
    {
      await using server = await runServer(args);
      expect(server.stdout()).toContain('demo world of 300 locations');
      const response = await fetch(`${server.url}/v1/browse?at=52.52,13.405&limit=1`);
      expect(response.headers.get('x-attribution')).toMatch(/demo data/);
      const { seq } = await statusOf(directory.path);
      await expect.poll(async () => (await statusOf(directory.path)).seq, { timeout: 20_000 }).toBeGreaterThan(seq);
      expect(await server.stop('SIGINT')).toMatchObject({ code: 0, stderr: '' });
    }
    const { seq, counts } = await statusOf(directory.path);
    expect(counts.locations).toBe(300);
    {
      await using server = await runServer(args);
      expect((await statusOf(directory.path)).seq).toBeLessThan(seq + 100);
      expect(await server.stop('SIGTERM')).toMatchObject({ code: 0 });
    }
    const { code, stderr } = await run([...args, '--seed', '2']);
    expect(code).toBe(2);
    expect(stderr).toContain('--locations 300 --seed 1');
  }, 60_000);

  test('prints requests that work', async () => {
    using directory = temporaryDirectory();
    await using server = await runServer(['demo', '--port', '0', '--data', directory.path, '--locations', '2000']);
    const urls = Array.from(server.stdout().matchAll(/curl '([^']+)'/g), ([, url]) => url ?? '');
    expect(urls).toHaveLength(3);
    for (const url of urls) expect((await fetch(url)).status).toBe(200);
  });
});
