/** `npm run screenshots`: the pictures of docs and README, from the demo world as it is served. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../packages/map/test/browser.ts';
import { openPage, serveDemoWorld } from '../packages/map/test/page-under-test.ts';

const LOCATIONS = 20_000;
const directory = fileURLToPath(new URL('../docs/images/', import.meta.url));

interface Picture {
  readonly file: string;
  readonly link: string;
  readonly options?: BrowserContextOptions;
  readonly before?: (page: Page) => Promise<void>;
}

const large = { width: 1360, height: 860 };
const openFirst = async (page: Page): Promise<void> => {
  await page.locator('.card').first().click();
  await page.locator('.evses li').first().waitFor();
};

const pictures: readonly Picture[] = [
  { file: 'map.png', link: '' },
  { file: 'filters.png', link: '?at=52.08,4.6,9.2&kw=150&available=1&plug=IEC_62196_T2_COMBO' },
  { file: 'place.png', link: '?at=52.52,13.405,13.2&kw=100&available=1', before: openFirst },
  { file: 'dark.png', link: '?at=48.857,2.352,12.2&kw=22', options: { colorScheme: 'dark' }, before: openFirst },
  {
    file: 'dialects.png',
    link: '?at=52.52,13.405,13.2&kw=100&available=1',
    async before(page) {
      await openFirst(page);
      await page.getByRole('button', { name: 'In four dialects' }).click();
      await page.locator('.dialect pre').nth(3).waitFor();
    },
  },
  {
    file: 'phone.png',
    link: '?at=53.55,9.993,11.4&kw=50&lang=de',
    options: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  },
];

mkdirSync(directory, { recursive: true });
const world = await serveDemoWorld(LOCATIONS);
const browser = await launchBrowser();
try {
  for (const { file, link, options, before } of pictures) {
    const opened = await openPage(browser, `${world.url}/${link}`, { viewport: large, ...options });
    const { page } = opened;
    await page.locator('.list[aria-busy=false] .card').first().waitFor();
    await before?.(page);
    await page.locator('[data-map=drawn]').waitFor({ state: 'attached', timeout: 60_000 });
    await page.screenshot({ path: `${directory}${file}` });
    console.log(`docs/images/${file}`);
    await opened.close();
  }
} finally {
  await browser.close();
  await world.close();
}
