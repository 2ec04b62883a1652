/** The definitions of sources as they are in the file now; where that has faults, as they were. */
import { statSync } from 'node:fs';
import type { Log } from '../../observe/log.ts';
import type { SourceDefinition } from '../definition/source-definition.ts';
import { loadSources } from '../definition/sources-file.ts';

/** Looks at the file whenever it is called. */
export function followDefinitions(file: string, log: Log): () => readonly SourceDefinition[] {
  let definitions: readonly SourceDefinition[] = [];
  let edition: number | undefined;
  return () => {
    const current = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (current === edition) return definitions;
    edition = current;
    try {
      definitions = loadSources(file);
      log.info({ sources: definitions.map(({ name }) => name) }, 'sources read');
    } catch (error) {
      log.error({ err: error }, 'sources.yaml has faults; what it said before still counts');
    }
    return definitions;
  };
}
