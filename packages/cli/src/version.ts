import { createRequire } from 'node:module';

/** Of this package, and so of this software. */
export const { version } = createRequire(import.meta.url)('../package.json') as { version: string };
