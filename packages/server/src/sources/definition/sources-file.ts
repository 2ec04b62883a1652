/** The file of definitions on disk. One that is not there defines nothing. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { withSource, withoutSource } from './edit-sources-file.ts';
import { readSourcesFile } from './read-sources-file.ts';
import type { SourceDefinition, WrittenSource } from './source-definition.ts';

/** @throws SourcesFileFaulty */
export function loadSources(file: string): readonly SourceDefinition[] {
  return readSourcesFile(textOf(file), file);
}

/** Leaves the file as it is where the result would not be right. @throws SourcesFileFaulty */
export function addSource(file: string, source: WrittenSource): void {
  const text = withSource(textOf(file), source);
  readSourcesFile(text, file);
  replaceFile(file, text);
}

/** False: there is no such source. What the store holds of it stays. */
export function removeSource(file: string, name: string): boolean {
  const text = textOf(file);
  const without = withoutSource(text, name);
  if (without === text) return false;
  replaceFile(file, without);
  return true;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

/** A reader sees the old file or the new one, never half of it. */
function replaceFile(file: string, text: string): void {
  const next = `${file}.new`;
  writeFileSync(next, text);
  renameSync(next, file);
}
