/** Builds the page into `dist`: towns, bundle, and each file compressed once so that the server need not. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';
import { townsFile } from './towns.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** Smaller files fit into the first packets anyway. */
const WORTH_COMPRESSING = 1024;

mkdirSync(join(root, 'generated'), { recursive: true });
writeFileSync(join(root, 'generated', 'towns.json'), townsFile());

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    outDir: dist,
    emptyOutDir: true,
    // A data URL would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The map engine is one library; it loads after the list.
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: 'es' },
});

for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(?:js|mjs|css|json|svg)$/.test(file)) continue;
  const bytes = readFileSync(join(dist, file));
  if (bytes.byteLength < WORTH_COMPRESSING) continue;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
  };
  writeFileSync(join(dist, `${file}.br`), brotliCompressSync(bytes, { params }));
}
