/** The edition of a small tree of sources that lies as ours does: each question is asked of a process that has just begun. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presentersEdition } from './presenters-edition.ts';

const modelManifest = new URL('../../../../model/package.json', import.meta.url);
const model = 'node_modules/@pantograph/model';
const edition = 'server/src/atlas/kept/presenters-edition.ts';

describe('the edition of presenters', () => {
  let root = '';

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    // Any time that is always the same: what is written again alike is as it was.
    utimesSync(join(root, path), 1_000_000, 1_000_000);
  }

  function asked(): string {
    const program = `console.log((await import(${JSON.stringify(pathToFileURL(join(root, edition)))})).presentersEdition())`;
    return execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' }).trim();
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'pantograph-edition-'));
    for (const room of ['v2', 'v3', 'search', 'location', 'vocabulary']) write(`${model}/src/${room}/index.ts`, '//');
    copyFileSync(modelManifest, join(root, model, 'package.json'));
    write('server/src/lookup/surface.ts', '//');
    write(edition, '');
    copyFileSync(fileURLToPath(new URL('./presenters-edition.ts', import.meta.url)), join(root, edition));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('stays while sources stay, whatever else lies beside them', () => {
    const before = asked();
    expect(before).toMatch(/^[\w-]{43}$/);
    write('server/src/lookup/surface.ts', '//');
    write('server/src/lookup/surface.test.ts', 'new');
    write(`${model}/src/v3/README.md`, 'new');
    expect(asked()).toBe(before);
  });

  it.each(['server/src/lookup/surface.ts', `${model}/src/v2/index.ts`, `${model}/src/vocabulary/index.ts`])(
    'is another one when %s is',
    (path) => {
      const before = asked();
      write(path, '// longer');
      const longer = asked();
      expect(longer).not.toBe(before);
      utimesSync(join(root, path), 2_000_000, 2_000_000);
      expect(asked()).not.toBe(longer);
    },
  );

  it('is another one when a source comes along, goes or is called otherwise', () => {
    const before = asked();
    write(`${model}/src/location/present.js`, '//');
    const more = asked();
    rmSync(join(root, model, 'src/location/present.js'));
    expect(asked()).toBe(before);
    write(`${model}/src/location/shown.js`, '//');
    expect(new Set([before, more, asked()]).size).toBe(3);
  });

  it('is told of the sources of this very program, alike each time', () => {
    expect(presentersEdition()).toMatch(/^[\w-]{43}$/);
    expect(presentersEdition()).toBe(presentersEdition());
  });
});
