/**
 * Frames while the map is panned: `node packages/map/test/pan-figures.ts [LOCATIONS]` (default 20,000, the demo world).
 * One JSON object. A headless browser draws with the processor; a graphics card draws more.
 */
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { openPage, serveDemoWorld } from './page-under-test.ts';

const LOCATIONS = Number(process.argv[2] ?? 20_000);
const STROKES = 12;
const STEPS = 20;

// As text: it is the browser's, whose names this side does not know.
const noteFrames = `
  globalThis.frameTimes ??= (() => {
    const times = [];
    requestAnimationFrame(function note(time) {
      times.push(time);
      requestAnimationFrame(note);
    });
    return times;
  })();
  frameTimes.splice(0);`;

const world = await serveDemoWorld(LOCATIONS);
const browser = await launchBrowser();
try {
  const opened = await openPage(browser, `${world.url}/?at=52.52,13.405,10`);
  const { page } = opened;
  await page.locator('[data-map=drawn]').waitFor();
  const idle = await framesDuring(page, () => page.waitForTimeout(2000));
  const panning = await framesDuring(page, () => pan(page));
  process.stdout.write(`${JSON.stringify({ locations: LOCATIONS, idle, panning })}\n`);
  await opened.close();
} finally {
  await browser.close();
  await world.close();
}

/** To and fro over Berlin, as a hand does it. */
async function pan(page: Page): Promise<void> {
  for (let stroke = 0; stroke < STROKES; stroke++) {
    const [from, to] = stroke % 2 === 0 ? [1000, 600] : [600, 1000];
    await page.mouse.move(from, 400);
    await page.mouse.down();
    await page.mouse.move(to, 400 + (stroke % 3) * 60, { steps: STEPS });
    await page.mouse.up();
  }
}

interface Frames {
  /** Frames a second. */
  readonly rate: number;
  /** Milliseconds between frames. */
  readonly median: number;
  readonly p95: number;
}

async function framesDuring(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(noteFrames);
  await work();
  const times = await page.evaluate<number[]>('frameTimes.splice(0)');
  const gaps = times
    .slice(1)
    .map((time, at) => time - (times[at] ?? time))
    .sort((one, other) => one - other);
  const at = (share: number): number => Math.round((gaps[Math.floor(gaps.length * share)] ?? NaN) * 10) / 10;
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  return { rate: Math.round(gaps.length / seconds), median: at(0.5), p95: at(0.95) };
}
