/** A store that holds a generated world, tariffs included, imported as any feed is: once, and copied for each who asks. */
import { constants } from 'node:fs';
import { access, copyFile, rename } from 'node:fs/promises';
import { dataFiles, openSqliteStore } from '@pantograph/server';
import { runChild } from '../harness/child.ts';
import { temporaryDirectory } from '../harness/temporary-directory.ts';
import { worldFile } from '../harness/world-file.ts';
import type { WorldFile } from '../harness/world-file.ts';

const EVSES_PER_LOCATION = 3;
/** As `import-file.ts` names it. */
export const SOURCE = 'bench';

interface WorldStore extends AsyncDisposable {
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

export async function worldStore(locations: number, note: (text: string) => void): Promise<WorldStore> {
  const world = await worldFile(locations, EVSES_PER_LOCATION, note);
  const directory = await temporaryDirectory();
  const { store: file } = dataFiles(directory.path);
  await copyFile(await importedStore(world, note), file, constants.COPYFILE_FICLONE);
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

/** Beside the world that it was made from, and thrown away with it. */
async function importedStore(world: WorldFile, note: (text: string) => void): Promise<string> {
  const path = world.locationsPath.replace(/\.locations\.ndjson$/, '.store.db');
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) return path;
  note(`importing ${String(world.locations)} locations`);
  await using directory = await temporaryDirectory();
  const file = directory.file('store.db');
  await runChild('import-file.ts', [world.locationsPath, file, world.tariffsPath]);
  const unfinished = `${path}.unfinished`;
  await copyFile(file, unfinished, constants.COPYFILE_FICLONE);
  await rename(unfinished, path);
  return path;
}
