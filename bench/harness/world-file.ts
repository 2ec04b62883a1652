/**
 * Generated worlds as feed files, made once and kept in `bench/.cache`. A change of the generator makes new ones and
 * throws the old ones away.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { demoWorld, ndjsonChunks } from '@pantograph/server';
import { exists, versionOf } from './kept-files.ts';

export interface WorldFile {
  readonly locations: number;
  /** What its files begin with; whoever keeps what is made of it keeps it under such a name. */
  readonly path: string;
  /** NDJSON, OCPI 2.3.0. */
  readonly locationsPath: string;
  readonly tariffsPath: string;
}

const cacheDirectory = fileURLToPath(new URL('../.cache/', import.meta.url));
const generator = new URL('../../packages/server/src/demo/', import.meta.url);

/** Fixed, so that a world is the same whenever it is made. */
const NOW = new Date('2026-06-10T10:00:00Z');
const SEED = 1;

export async function worldFile(
  locations: number,
  evsesPerLocation: number,
  note: (text: string) => void,
): Promise<WorldFile> {
  const name = `world-${String(locations)}x${String(evsesPerLocation)}`;
  const path = join(cacheDirectory, `${name}-${await versionOf(generator)}`);
  const file = {
    locations,
    path,
    locationsPath: `${path}.locations.ndjson`,
    tariffsPath: `${path}.tariffs.ndjson`,
  };
  if (await exists(file.locationsPath)) return file;
  note(`generating ${file.locationsPath}`);
  await mkdir(cacheDirectory, { recursive: true });
  for (const old of await readdir(cacheDirectory)) {
    if (old.startsWith(`${name}-`)) await rm(join(cacheDirectory, old), { recursive: true });
  }
  const world = await demoWorld({ locations, evsesPerLocation, seed: SEED, now: NOW });
  // The locations last: where they are, all is there.
  await write(file.tariffsPath, ndjsonChunks(world.tariffs()));
  await write(file.locationsPath, ndjsonChunks(world.locations()));
  return file;
}

async function write(path: string, chunks: Iterable<Uint8Array>): Promise<void> {
  const unfinished = `${path}.unfinished`;
  await pipeline(Readable.from(chunks), createWriteStream(unfinished));
  await rename(unfinished, path);
}
