/** What the definitions of sources and the memory of their pulls say of how long statuses are believed. */
import type { SourceTrust, StatusTrust } from '../../atlas/status-trust.ts';
import type { SourceDefinition } from '../definition/source-definition.ts';
import { decayOf } from '../definition/source-definition.ts';
import type { SourceStates } from '../state/source-states.ts';

export function sourceTrust(
  definitions: () => readonly SourceDefinition[],
  states: Pick<SourceStates, 'get' | 'version'>,
): StatusTrust {
  let known: { definitions: readonly SourceDefinition[]; version: string } | undefined;
  let trust: ReadonlyMap<string, SourceTrust> = new Map();
  return () => {
    const current = { definitions: definitions(), version: states.version() };
    if (known?.definitions === current.definitions && known.version === current.version) return trust;
    known = current;
    trust = new Map(
      current.definitions.map((definition): [string, SourceTrust] => {
        const { confirmedAt } = states.get(definition.name);
        const decayAfter = decayOf(definition);
        return [
          definition.name,
          {
            ...(confirmedAt === undefined ? {} : { confirmedAt }),
            ...(decayAfter === undefined ? {} : { decayAfter }),
          },
        ];
      }),
    );
    return trust;
  };
}
