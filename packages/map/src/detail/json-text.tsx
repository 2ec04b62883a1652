/** JSON to read, with the facts marked that every dialect has under a name of its own. */
import type { JSX } from 'preact';

type Fact = 'status' | 'power' | 'plug' | 'place';

/** Property names by fact: OCPI, v3, Search and v2 spellings. */
const facts = new Map<string, Fact>([
  ...['status', 'state', 'numberOfAvailable', 'availableConnectorCount'].map((name) => [name, 'status'] as const),
  ...['maxPower', 'maxPowerLevel', 'max_electric_power'].map((name) => [name, 'power'] as const),
  ...['standard', 'typeId', 'connectorType'].map((name) => [name, 'plug'] as const),
  ...['lat', 'lng', 'latitude', 'longitude'].map((name) => [name, 'place'] as const),
]);

interface Line {
  readonly text: string;
  readonly fact: Fact | undefined;
}

interface JsonTextProps {
  readonly value: unknown;
  readonly label: string;
}

export function JsonText({ value, label }: JsonTextProps): JSX.Element {
  return (
    <pre tabIndex={0} aria-label={label}>
      {linesOf(value).map(({ text, fact }, index) => (
        <span key={index} class={fact === undefined ? '' : `fact-${fact}`}>
          {text}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}

function linesOf(value: unknown): readonly Line[] {
  return JSON.stringify(value, undefined, 1)
    .split('\n')
    .map((text) => {
      const name = /^\s*"([^"]+)":/.exec(text)?.[1];
      return { text, fact: name === undefined ? undefined : facts.get(name) };
    });
}
