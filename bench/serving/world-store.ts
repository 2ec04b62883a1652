/** A store that holds a generated world, tariffs included, imported as any feed is: once, and copied for each who asks. */
import { constants } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { dataFiles, openSqliteStore } from '@pantograph/server';
import { runChild } from '../harness/child.ts';
import { exists, versionOf } from '../harness/kept-files.ts';
import { temporaryDirectory } from '../harness/temporary-directory.ts';
import { worldFile } from '../harness/world-file.ts';
import type { WorldFile } from '../harness/world-file.ts';

const EVSES_PER_LOCATION = 3;
/** As `import-file.ts` names it. */
const SOURCE = 'bench';

export interface WorldStore extends AsyncDisposable {
  readonly directory: string;
  /** `count` places, evenly spread over the world: position and content id. */
  sample(count: number): Promise<readonly SampledPlace[]>;
  /** Of every place. */
  contentIds(): Promise<readonly string[]>;
}

export interface SampledPlace {
  readonly contentId: string;
  readonly lat: number;
  readonly lng: number;
}

/** With what a server leaves behind when it ends, so that the next one need not read every place. */
export async function worldStore(locations: number, note: (text: string) => void): Promise<WorldStore> {
  return await storeOf(await worldFile(locations, EVSES_PER_LOCATION, note), note);
}

async function storeOf(world: WorldFile, note: (text: string) => void): Promise<WorldStore> {
  const imported = await importedStore(world, note);
  return await copied([imported, await leftBehind(world, imported, note)], world.locations);
}

/** As right after its import: no server has seen it. */
export async function unseenStore(locations: number, note: (text: string) => void): Promise<WorldStore> {
  const world = await worldFile(locations, EVSES_PER_LOCATION, note);
  return await copied([await importedStore(world, note)], locations);
}

async function copied(from: readonly string[], locations: number): Promise<WorldStore> {
  const directory = await temporaryDirectory();
  for (const each of from) await copy(each, directory.path);
  const { store: file } = dataFiles(directory.path);
  return {
    directory: directory.path,
    async sample(count) {
      const store = openSqliteStore(file);
      const step = Math.max(1, Math.floor(locations / count));
      const places: SampledPlace[] = [];
      let at = 0;
      for (const contentId of store.contentIds(SOURCE)) {
        if (at++ % step !== 0 || places.length >= count) continue;
        const { latitude, longitude } = store.location(contentId)?.location.coordinates ?? {};
        places.push({ contentId, lat: Number(latitude), lng: Number(longitude) });
      }
      await store.close();
      return places;
    },
    async contentIds() {
      const store = openSqliteStore(file);
      const contentIds = [...store.contentIds(SOURCE)];
      await store.close();
      return contentIds;
    },
    [Symbol.asyncDispose]: () => directory[Symbol.asyncDispose](),
  };
}

/** The data directory, beside the world that it was made from, and thrown away with it. */
async function importedStore(world: WorldFile, note: (text: string) => void): Promise<string> {
  return await keptDirectory(`${world.path}.imported`, async (directory) => {
    note(`importing ${String(world.locations)} locations`);
    const { store } = dataFiles(directory);
    await runChild('import-file.ts', [world.locationsPath, store, world.tariffsPath]);
  });
}

const atlas = new URL('../../packages/server/src/atlas/', import.meta.url);

/** What a server that has read the store leaves beside it. Servers of other code would refuse it and read all again. */
async function leftBehind(world: WorldFile, imported: string, note: (text: string) => void): Promise<string> {
  const path = `${world.path}.left-`;
  return await keptDirectory(`${path}${await versionOf(atlas)}`, async (kept) => {
    for (const old of await readdir(dirname(path))) {
      if (old.startsWith(basename(path)) && !kept.endsWith(old))
        await rm(join(dirname(path), old), { recursive: true });
    }
    note(`letting a server read ${String(world.locations)} locations`);
    await using directory = await temporaryDirectory();
    await copy(imported, directory.path);
    await runChild('serve-once.ts', [directory.path]);
    await copy(directory.path, kept, (file) => !file.startsWith(dataFiles(directory.path).store));
  });
}

async function keptDirectory(path: string, fill: (directory: string) => Promise<void>): Promise<string> {
  if (await exists(path)) return path;
  const unfinished = `${path}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished);
  await fill(unfinished);
  await rename(unfinished, path);
  return path;
}

async function copy(from: string, to: string, isWanted = (_file: string): boolean => true): Promise<void> {
  await cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE, filter: isWanted });
}
