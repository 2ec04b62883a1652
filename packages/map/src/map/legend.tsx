import type { JSX } from 'preact';
import { powerBands, statusColours } from '../places/power-bands.ts';
import { useWords } from '../words/use-words.ts';

/** What colours and marks of the map mean. */
export function Legend(): JSX.Element {
  const words = useWords();
  return (
    <div class="legend" role="group" aria-label={words.legend}>
      <span class="legend-bands">
        {powerBands.map(({ colour, label }) => (
          <span key={label} class="legend-band">
            <i style={{ background: colour }} />
            {label}
          </span>
        ))}
        <span class="legend-unit">kW</span>
      </span>
      <span class="legend-marks">
        <Mark colour={statusColours.free} text={words.statuses['AVAILABLE'] ?? ''} />
        <Mark colour={statusColours.taken} text={words.statuses['CHARGING'] ?? ''} />
        <Mark colour={statusColours.unknown} text={words.noLiveDataShort} />
      </span>
    </div>
  );
}

function Mark({ colour, text }: { readonly colour: string; readonly text: string }): JSX.Element {
  return (
    <span class="legend-mark">
      <i style={{ background: colour }} />
      {text}
    </span>
  );
}
