/** Writes the types of the client from our API descriptions: `node tools/client-types.ts`. A test keeps them fresh. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import type { ApiDocument } from './client-types/module-of.ts';
import { moduleOf } from './client-types/module-of.ts';

const root = new URL('../', import.meta.url);

/** By the name of the module. */
const sources = {
  v3: 'spec/golden/v3/openapi.json',
  search: 'spec/golden/search/openapi.json',
  prices: 'spec/golden/prices/openapi.json',
  v2: 'spec/golden/v2/openapi.json',
} as const;

export interface GeneratedModule {
  readonly path: string;
  readonly text: string;
}

/** The modules as prettier would have them. */
export function clientTypes(): Promise<readonly GeneratedModule[]> {
  return Promise.all(
    Object.entries(sources).map(async ([name, source]) => {
      const document = JSON.parse(readFileSync(new URL(source, root), 'utf8')) as ApiDocument;
      return {
        path: fileURLToPath(new URL(`packages/client/src/generated/${name}.ts`, root)),
        text: await prettier.format(moduleOf(document, source), {
          parser: 'typescript',
          printWidth: 120,
          singleQuote: true,
        }),
      };
    }),
  );
}

if (import.meta.main) {
  mkdirSync(new URL('packages/client/src/generated/', root), { recursive: true });
  for (const { path, text } of await clientTypes()) writeFileSync(path, text);
}
