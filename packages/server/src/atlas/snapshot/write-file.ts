/** Puts a file in the place of another, whole or not at all. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

function unfinished(path: string): string {
  return `${path}.unfinished`;
}

/**
 * Lets others work between the pieces.
 * @param isWanted asked after each piece, and again before the file takes its place
 * @returns whether it is in place
 */
export async function writeFileBeside(
  path: string,
  pieces: Iterable<Uint8Array>,
  isWanted: (isWhole: boolean) => boolean,
): Promise<boolean> {
  const file = await open(unfinished(path), 'w');
  try {
    for (const piece of pieces) {
      for (let done = 0; done < piece.length;) done += (await file.write(piece, done)).bytesWritten;
      if (!isWanted(false)) return false;
    }
    await file.sync();
    if (!isWanted(true)) return false;
    await rename(unfinished(path), path);
    const directory = await open(dirname(path));
    await directory.sync().finally(() => directory.close());
    return true;
  } finally {
    await file.close();
    await rm(unfinished(path), { force: true });
  }
}

export function writeFileNow(path: string, pieces: Iterable<Uint8Array>): void {
  // Not into the file that the other way of writing may have open still.
  rmSync(unfinished(path), { force: true });
  const file = openSync(unfinished(path), 'wx');
  try {
    for (const piece of pieces) for (let done = 0; done < piece.length;) done += writeSync(file, piece, done);
    fsyncSync(file);
    renameSync(unfinished(path), path);
    const directory = openSync(dirname(path), 'r');
    fsyncSync(directory);
    closeSync(directory);
  } finally {
    closeSync(file);
    rmSync(unfinished(path), { force: true });
  }
}
