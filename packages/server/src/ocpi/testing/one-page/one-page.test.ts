import { expect, it } from 'vitest';
import { pullOnePage } from './one-page.ts';

it(
  'thousands of objects in one page are taken as they come, in less memory than their page has bytes',
  { timeout: 240_000 },
  async () => {
    const [objects, ballast] = [8_000, 50_000];
    const pulled = await pullOnePage({ objects, ballast, heapMegabytes: 64 });
    expect(pulled).toMatchObject({ outcome: 'complete', added: objects, stored: objects, pages: 1 });
    expect(pulled.pageBytes).toBeGreaterThan(objects * ballast);
    expect(pulled.peakBytes).toBeLessThan(pulled.pageBytes);
  },
);
