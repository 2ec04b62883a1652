/** The page as visitors meet it, in a real browser. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import type { ServedWorld } from './page-under-test.ts';
import { openPage, serveClosed, serveDemoWorld } from './page-under-test.ts';

// Pictures are drawn by the processor, which other tests keep busy.
vi.setConfig({ testTimeout: 90_000 });

interface PricedPlace {
  readonly connectorGroups: readonly {
    readonly prices: readonly { readonly total?: { readonly inclVat: number } }[];
  }[];
}

const berlin = '?at=52.52,13.405,11';

let world: ServedWorld;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([serveDemoWorld(3000), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** Opens the page, and whatever is done with it leaves no complaint in the console. */
async function visit(
  link: string,
  does: (page: Page) => Promise<void>,
  options?: Parameters<typeof openPage>[2],
): Promise<void> {
  const opened = await openPage(browser, `${world.url}/${link}`, options);
  try {
    await does(opened.page);
    expect(opened.complaints).toEqual([]);
  } finally {
    await opened.close();
  }
}

const cards = (page: Page) => page.locator('.card');
const countOf = async (page: Page): Promise<number> => {
  const text = await page.locator('.list-count').innerText();
  return Number((/of ([\d,]+)/.exec(text)?.[1] ?? /\d+/.exec(text)?.[0] ?? 'NaN').replaceAll(',', ''));
};
/** With nothing more on its way. */
const settled = async (page: Page): Promise<void> => {
  await page.locator('.list[aria-busy=false] .card').first().waitFor();
};
const axeOf = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

describe('a newcomer', () => {
  it('finds a free 150 kW place near a town with three clicks, and sees a status change', async () => {
    await visit(berlin, async (page) => {
      await settled(page);
      const all = await countOf(page);
      await page.getByRole('button', { name: 'Free now' }).click();
      await page.locator('.ticks button', { hasText: '150' }).click();
      await page.waitForURL(/kw=150/);
      await settled(page);
      const fitting = await countOf(page);
      expect(fitting).toBeGreaterThan(0);
      expect(fitting).toBeLessThan(all);
      const first = cards(page).first();
      const contentId = (await first.getAttribute('data-place')) ?? '';
      await first.click();

      const free = page.locator('.evses [data-status=AVAILABLE]').first();
      await free.waitFor();
      const uid = (await free.getAttribute('data-evse')) ?? '';
      const stored = [...world.store.locations()].find((location) => location.contentId === contentId);
      if (stored === undefined) throw new Error(`${contentId} is not in the store`);
      const instant = new Date().toISOString();
      const status = { uid, status: 'CHARGING', observedAt: instant, receivedAt: instant } as const;
      await world.store.apply([{ kind: 'status', contentId: stored.contentId, status }]);
      await page.locator(`[data-evse="${uid}"][data-status=CHARGING]`).waitFor({ timeout: 30_000 });
      expect(await page.locator(`[data-evse="${uid}"]`).innerText()).toContain('In use');
    });
  });

  it('is told of a status by the stream alone, also of one that came while the server was away', async () => {
    const opened = await openPage(browser, 'about:blank');
    const { page } = opened;
    try {
      // Nobody looks by the clock.
      await page.addInitScript('window.setInterval = () => 0');
      const stream = page.waitForRequest((request) => request.url().includes('/events?ids='));
      await page.goto(`${world.url}/${berlin}`);
      await settled(page);
      const first = cards(page).first();
      const contentId = (await first.getAttribute('data-place')) ?? '';
      expect((await stream).url()).toContain(contentId);
      await first.click();
      const shown = page.locator('.evses [data-evse]').first();
      await shown.waitFor();
      const uid = (await shown.getAttribute('data-evse')) ?? '';
      const say = async (status: 'BLOCKED' | 'OUTOFORDER'): Promise<void> => {
        const stored = [...world.store.locations()].find((location) => location.contentId === contentId);
        if (stored === undefined) throw new Error(`${contentId} is not in the store`);
        const instant = new Date().toISOString();
        const said = { uid, status, observedAt: instant, receivedAt: instant };
        await world.store.apply([{ kind: 'status', contentId: stored.contentId, status: said }]);
      };
      const shows = (status: string) =>
        page.locator(`[data-evse="${uid}"][data-status=${status}]`).waitFor({ timeout: 60_000 });
      await say('BLOCKED');
      await shows('BLOCKED');
      // The browser comes back and says what it had.
      await world.stopServing();
      await say('OUTOFORDER');
      await world.serveAgain();
      await shows('OUTOFORDER');
    } finally {
      await opened.close();
    }
  });

  it('reads what 20 kWh cost now, item by item, and has the list by price', async () => {
    await visit(`${berlin}&sort=price`, async (page) => {
      const priced = cards(page).filter({ hasText: '/kWh' });
      await priced.nth(1).waitFor();
      const perKwh = (await priced.allInnerTexts()).map((text) => Number(/([\d.]+)\/kWh/.exec(text)?.[1]));
      expect(perKwh).toEqual(perKwh.toSorted((a, b) => a - b));

      const contentId = (await priced.first().getAttribute('data-place')) ?? '';
      await priced.first().click();
      await page.locator('[data-prices=told] .tariff[open]').waitFor();
      const answer = await page.request.get(`${world.url}/v1/prices?id=${contentId}&energy=20`);
      const [{ connectorGroups }] = ((await answer.json()) as { items: [PricedPlace] }).items;
      const [price] = connectorGroups.flatMap(({ prices }) => prices).filter(({ total }) => total !== undefined);
      const shown = await page.locator('.tariff[open]').innerText();
      expect(shown).toContain((price?.total?.inclVat ?? NaN).toFixed(2));
      expect(shown).toMatch(/Energy\s+20 kWh × €/);
      expect(shown).toMatch(/Parking time\s+under conditions/);
    });
  });

  it('searches for a town and gets there', async () => {
    await visit('', async (page) => {
      await page.getByRole('combobox', { name: 'Search for a town' }).fill('hambu');
      const option = page.locator('#suggestions [role=option]').first();
      expect(await option.innerText()).toContain('Hamburg');
      await page.keyboard.press('Enter');
      await page.waitForURL(/at=53\.5\d+,(?:9\.9|10)/);
      await page.locator('.card', { hasText: 'Hamburg' }).first().waitFor();
    });
  });
});

describe('a link', () => {
  it('restores filters, sorting, place and the developer view', async () => {
    const [place] = [...world.store.locations()].filter(({ location }) => location.evses.length > 2);
    await visit(
      `${berlin}&kw=50&plug=IEC_62196_T2_COMBO&sort=power&place=${place?.contentId ?? ''}&view=dialects`,
      async (page) => {
        await page.locator('.dialect pre').nth(3).waitFor();
        expect(await page.locator('.dialect .fact-power').count()).toBeGreaterThan(3);
        await page.getByRole('button', { name: 'Back to the list' }).click();
        await settled(page);
        expect(await page.getByRole('button', { name: 'CCS2', exact: true }).getAttribute('aria-pressed')).toBe('true');
        expect(await page.getByLabel('Sort by').inputValue()).toBe('power');
        const powers = await page.locator('.card-power').allInnerTexts();
        const kilowatts = powers.map((text) => Number.parseInt(text, 10));
        expect(kilowatts).toEqual(kilowatts.toSorted((a, b) => b - a));
        expect(page.url()).toMatch(/kw=50/);
      },
    );
  });

  it('with nonsense says what was left out, and works', async () => {
    await visit('?at=900,x&kw=-3&plug=%3Cscript%3E&sort=colour', async (page) => {
      await settled(page);
      expect(await page.locator('.notices').innerText()).toContain('kw, plug, at, sort');
    });
  });

  it('to a place that is gone says so', async () => {
    const opened = await openPage(browser, `${world.url}/${berlin}&place=pan0-AAAAAAAAAAAAAAAAAAAAAA`);
    try {
      expect(await opened.page.getByRole('alert').innerText()).toContain('not there any more');
      await opened.page.getByRole('button', { name: 'Back to the list' }).click();
      await settled(opened.page);
    } finally {
      await opened.close();
    }
  });
});

describe('a route', () => {
  it('that is pasted lists what lies along it by detour, and stands in the link', async () => {
    await visit(berlin, async (page) => {
      await settled(page);
      await page.locator('.route summary').click();
      const field = page.locator('.route textarea');
      await field.fill('nowhere');
      await page.getByRole('button', { name: 'Show' }).click();
      expect(await page.locator('.route [role=alert]').innerText()).toContain('no route');
      await field.fill('52.52,13.40;52.39,13.06');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.locator('.card-distance', { hasText: 'detour' }).first().waitFor();
      await page.waitForURL(/route=52\.52/);
    });
  });
});

describe('a place that is removed while it is open', () => {
  it('says so, and the list goes on', async () => {
    const [place] = world.store.locations();
    if (place === undefined) throw new Error('the world is empty');
    const opened = await openPage(browser, `${world.url}/${berlin}&place=${place.contentId}`);
    try {
      await opened.page.locator('.evses li').first().waitFor();
      const removedAt = new Date().toISOString();
      await world.store.apply([{ kind: 'removal', contentId: place.contentId, removedAt, reason: 'closed' }]);
      const said = opened.page.getByRole('alert');
      await said.waitFor({ timeout: 30_000 });
      expect(await said.innerText()).toContain('not there any more');
      await opened.page.getByRole('button', { name: 'Back to the list' }).click();
      await settled(opened.page);
    } finally {
      await opened.close();
    }
  });
});

describe('the map', () => {
  it('is drawn from this server alone, under a policy that allows nothing else', async () => {
    const elsewhere: string[] = [];
    await visit('', async (page) => {
      page.on('request', (request) => {
        if (!request.url().startsWith(world.url) && !/^(?:blob|data):/.test(request.url()))
          elsewhere.push(request.url());
      });
      const tile = page.waitForResponse((response) => response.url().includes('/tiles/'));
      await page.reload();
      expect((await tile).status()).toBe(200);
      await settled(page);
      const response = await page.request.get(`${world.url}/`);
      expect(response.headers()['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self';/);
    });
    expect(elsewhere).toEqual([]);
  });

  it('opens a place that is clicked', async () => {
    const first = [...world.store.locations()].find(({ removal }) => removal === undefined);
    const { latitude, longitude } = first?.location.coordinates ?? { latitude: '', longitude: '' };
    await visit(`?at=${latitude},${longitude},15`, async (page) => {
      await page.waitForResponse((response) => response.url().includes('/tiles/15/'));
      const canvas = page.locator('.maplibregl-canvas');
      const box = await canvas.boundingBox();
      if (box === null) throw new Error('there is no map');
      await expect
        .poll(
          async () => {
            await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
            return page.url();
          },
          { timeout: 30_000, interval: 500 },
        )
        .toContain('place=');
    });
  });

  it('is missed by nobody where there is no WebGL', async () => {
    const poor = await launchBrowser({ webGl: false });
    try {
      const opened = await openPage(poor, `${world.url}/${berlin}`);
      await settled(opened.page);
      expect(await opened.page.locator('.map').innerText()).toContain('no WebGL');
      await cards(opened.page).first().click();
      await opened.page.locator('.evses li').first().waitFor();
      expect(opened.complaints).toEqual([]);
    } finally {
      await poor.close();
    }
  });
});

describe('trouble', () => {
  it('of a server that restarts is told, and passes', async () => {
    const opened = await openPage(browser, `${world.url}/${berlin}`);
    try {
      await settled(opened.page);
      await world.stopServing();
      await opened.page.getByRole('button', { name: 'Open now' }).click();
      await opened.page.getByText('The server does not answer').waitFor();
      expect(await cards(opened.page).count()).toBeGreaterThan(0);
      await world.serveAgain();
      await opened.page.getByRole('button', { name: 'Free now' }).click();
      await opened.page.getByText('The server does not answer').waitFor({ state: 'detached' });
      await settled(opened.page);
    } finally {
      await opened.close();
    }
  });

  it('of tiles leaves the list', async () => {
    const opened = await openPage(browser, `${world.url}/docs`);
    const { page } = opened;
    try {
      await page.route('**/tiles/**', (route) => route.fulfill({ status: 500, body: '{}' }));
      await page.goto(`${world.url}/${berlin}`);
      await page.getByText('The map cannot be loaded').waitFor();
      await settled(page);
      expect(await cards(page).count()).toBeGreaterThan(0);
    } finally {
      await opened.close();
    }
  });
});

describe('everybody', () => {
  it.each([
    ['on a phone', { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true }],
    ['in the dark', { colorScheme: 'dark' as const }],
  ])('finds the page usable %s, also by screen reader', async (_, options) => {
    await visit(
      berlin,
      async (page) => {
        await settled(page);
        expect(await axeOf(page)).toEqual([]);
        await cards(page).first().click();
        await page.locator('.evses li').first().waitFor();
        expect(await axeOf(page)).toEqual([]);
        const { width = 0 } = page.viewportSize() ?? {};
        expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(width);
      },
      options,
    );
  });

  it('reads it in their language, and chooses another', async () => {
    await visit(
      berlin,
      async (page) => {
        await settled(page);
        expect(await page.title()).toContain('Ladeorte');
        expect(await page.locator('html').getAttribute('lang')).toBe('de');
        await page.locator('.taste summary').click();
        await page.getByLabel('Sprache').selectOption('nl');
        await page.getByRole('button', { name: 'Nu vrij' }).waitFor();
        await page.reload();
        await page.getByRole('button', { name: 'Nu vrij' }).waitFor();
      },
      { locale: 'de-AT' },
    );
  });

  it('comes along with the keyboard alone', async () => {
    await visit(berlin, async (page) => {
      await settled(page);
      await cards(page).first().focus();
      await page.keyboard.press('Enter');
      await page.locator('.evses li').first().waitFor();
      expect(await page.evaluate('document.activeElement.id')).toBe('detail-title');
      await page.keyboard.press('Escape');
      await settled(page);
    });
  });

  it('waits for less than 300 KB before the list is there', async () => {
    const opened = await openPage(browser, 'about:blank');
    const { page } = opened;
    try {
      let bytes = 0;
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (/open-map|maplibre|countries|towns|^\/tiles/.test(pathname)) return;
        bytes += Number(response.headers()['content-length'] ?? 0);
      });
      await page.goto(`${world.url}/${berlin}`);
      await settled(page);
      expect(bytes).toBeGreaterThan(10_000);
      expect(bytes).toBeLessThan(300_000);
    } finally {
      await opened.close();
    }
  });
});

describe('a server that asks for a key', () => {
  it('is given one, for this tab, and shows all; the key stands in no command', async () => {
    const closed = await serveClosed(world);
    const opened = await openPage(browser, `${closed.url}/${berlin}`);
    const { page } = opened;
    try {
      await page.getByLabel('This server asks for a key').fill('pan_not_this_one');
      await page.getByRole('button', { name: 'Use it' }).click();
      await page.getByLabel('This server asks for a key').fill(closed.key);
      const tile = page.waitForResponse((response) => response.url().endsWith('.mvt') && response.ok());
      await page.getByRole('button', { name: 'Use it' }).click();
      await settled(page);
      await tile;
      expect(await page.getByLabel('This server asks for a key').count()).toBe(0);
      await page.locator('.curl summary').first().click();
      expect(await page.locator('.curl code').first().innerText()).toContain('Bearer $PANTOGRAPH_KEY');
      expect(await page.content()).not.toContain(closed.key);
      expect(await axeOf(page)).toEqual([]);
    } finally {
      await opened.close();
      await closed.close();
    }
  });
});
