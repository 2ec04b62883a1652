import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Evse } from '../api/charging-location.ts';
import { useNow } from '../live/use-now.ts';
import { plugOfStandard } from '../places/plugs.ts';
import { durationIn, powerIn } from '../words/quantities.ts';
import { useWords } from '../words/use-words.ts';

interface EvseListProps {
  readonly evses: readonly Evse[];
  /** The server's clock less ours, milliseconds. */
  readonly clockOffset: number;
}

/** More than this are shown on demand. */
const FIRST_SHOWN = 8;

/** Each charge point with its status, and since when. */
export function EvseList({ evses, clockOffset }: EvseListProps): JSX.Element | null {
  const words = useWords();
  const now = useNow(5) + clockOffset;
  const [all, setAll] = useState(false);
  if (evses.length === 0) return null;
  const shown = all ? evses : evses.slice(0, FIRST_SHOWN);
  return (
    <section class="facts">
      <h3>{words.chargePoints}</h3>
      <ul class="evses">
        {shown.map((evse) => {
          const name = evse.physicalReference ?? evse.evseId ?? evse.uid;
          const status = evse.status.toUpperCase();
          return (
            <li key={evse.uid} data-evse={evse.uid} data-status={status}>
              <span class={`state state-${toneOf(status)}`}>{words.statuses[status] ?? evse.status}</span>
              <span class="evse-name" title={evse.evseId ?? evse.uid}>
                {name}
              </span>
              <span class="evse-plugs">
                {evse.connectors
                  .map(({ standard, maxPower }) => {
                    const plug = plugOfStandard(standard).name;
                    return maxPower === undefined ? plug : `${plug} ${powerIn(words.locale, maxPower / 1000)}`;
                  })
                  .join(', ')}
              </span>
              <time
                class="evse-since"
                dateTime={evse.modified}
                title={new Date(evse.modified).toLocaleString(words.locale)}
              >
                {words.since(durationIn(words.locale, (now - Date.parse(evse.modified)) / 1000))}
              </time>
            </li>
          );
        })}
      </ul>
      {evses.length > FIRST_SHOWN && !all && (
        <button type="button" class="quiet" onClick={() => setAll(true)}>
          + {evses.length - FIRST_SHOWN}
        </button>
      )}
    </section>
  );
}

function toneOf(status: string): 'free' | 'taken' | 'broken' | 'unknown' {
  if (status === 'AVAILABLE') return 'free';
  if (status === 'CHARGING' || status === 'RESERVED' || status === 'BLOCKED') return 'taken';
  return status === 'UNKNOWN' || status === 'OPERATIONAL' || status === 'PLANNED' ? 'unknown' : 'broken';
}
