/** A real Chromium without a window, with WebGL drawn by the processor: from npm, so that nothing needs installing. */
import Chromium from '@sparticuz/chromium';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

export interface BrowserOptions {
  /** Default true; false is a device without a map. */
  readonly webGl?: boolean;
}

export async function launchBrowser({ webGl = true }: BrowserOptions = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: await Chromium.executablePath(),
    args: [
      // Tests may run as root, where Chromium's sandbox does not start.
      '--no-sandbox',
      '--font-render-hinting=none',
      ...(webGl
        ? ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']
        : ['--disable-gpu', '--disable-webgl', '--disable-3d-apis']),
    ],
  });
}
