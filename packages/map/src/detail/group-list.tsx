import type { JSX } from 'preact';
import type { ConnectorGroup } from '../api/charging-location.ts';
import { PlugIcon } from '../icons/plug-icon.tsx';
import { plugOfStandard } from '../places/plugs.ts';
import { powerColour } from '../places/power-bands.ts';
import { powerIn } from '../words/quantities.ts';
import { useWords } from '../words/use-words.ts';

/** Plugs by kind and power, and how many are free. */
export function GroupList({ groups }: { readonly groups: readonly ConnectorGroup[] }): JSX.Element | null {
  const words = useWords();
  if (groups.length === 0) return null;
  return (
    <ul class="groups" aria-label={words.connectors}>
      {groups.map(({ standard, maxPower, connectorCount, availableConnectorCount: free }) => {
        const { name, shape } = plugOfStandard(standard);
        const state = free === undefined ? 'unknown' : free > 0 ? 'free' : 'taken';
        return (
          <li key={`${standard} ${String(maxPower)}`} style={{ '--band': powerColour(maxPower / 1000) }}>
            <PlugIcon shape={shape} size={30} />
            <span>
              <strong>
                {name} · {powerIn(words.locale, maxPower / 1000)}
              </strong>
              <span class={`state state-${state}`}>
                {free === undefined
                  ? `${String(connectorCount)} × · ${words.noLiveDataShort}`
                  : words.free(free, connectorCount)}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
