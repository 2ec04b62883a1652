/** What the visitor wants: plugs, power, operator, card, and the switches. */
import type { JSX } from 'preact';
import type { Company, FacetValue } from '../api/places.ts';
import { PlugIcon } from '../icons/plug-icon.tsx';
import { commonPlugs } from '../places/plugs.ts';
import type { Filters } from '../state/filters.ts';
import { useWords } from '../words/use-words.ts';
import { ChoiceOf } from './choice-of.tsx';

interface FilterPanelProps {
  readonly filters: Filters;
  readonly operators: readonly FacetValue[];
  readonly cards: readonly Company[];
  readonly onChange: (filters: Filters) => void;
}

/** kW; 0 is any. */
const powerSteps = [0, 11, 22, 50, 100, 150, 250, 350] as const;

export function FilterPanel({ filters, operators, cards, onChange }: FilterPanelProps): JSX.Element {
  const words = useWords();
  const step = Math.max(
    0,
    powerSteps.findLastIndex((power) => power <= (filters.power ?? 0)),
  );
  const setPower = (index: number): void => {
    const { power: _, ...others } = filters;
    const power = powerSteps[index] ?? 0;
    onChange(power === 0 ? others : { ...others, power });
  };
  const shown = filters.power === undefined ? words.anyPower : words.atLeast(String(filters.power));
  return (
    <div class="filters">
      <div class="switches">
        <Switch
          text={words.availableNow}
          on={filters.available}
          onSwitch={(available) => onChange({ ...filters, available })}
        />
        <Switch text={words.openNow} on={filters.open} onSwitch={(open) => onChange({ ...filters, open })} />
        <Switch text={words.forTrucks} on={filters.truck} onSwitch={(truck) => onChange({ ...filters, truck })} />
      </div>
      <label class="power">
        <span>
          {words.power} <output>{shown}</output>
        </span>
        <input
          type="range"
          min="0"
          max={powerSteps.length - 1}
          step="1"
          value={step}
          aria-valuetext={shown}
          onInput={(event) => setPower(Number(event.currentTarget.value))}
        />
        <span class="ticks" aria-hidden="true">
          {powerSteps.map((power, index) => (
            <button
              key={power}
              type="button"
              tabIndex={-1}
              class={index === step ? 'tick-on' : ''}
              onClick={() => setPower(index)}
            >
              {power === 0 ? '∗' : power}
            </button>
          ))}
        </span>
      </label>
      <fieldset class="plugs">
        <legend>{words.plug}</legend>
        {commonPlugs.map(({ standard, name, shape }) => {
          const on = filters.plugs.includes(standard);
          const others = filters.plugs.filter((each) => each !== standard);
          return (
            <button
              key={standard}
              type="button"
              class="plug"
              aria-pressed={on}
              onClick={() => onChange({ ...filters, plugs: on ? others : [...filters.plugs, standard] })}
            >
              <PlugIcon shape={shape} />
              {name}
            </button>
          );
        })}
      </fieldset>
      <div class="choices">
        <ChoiceOf
          label={words.operator}
          any={words.anyOperator}
          chosen={filters.operators}
          options={operators.map(({ value, name, count }) => ({
            id: value,
            text: `${name ?? value} (${String(count)})`,
          }))}
          onChoose={(chosen) => onChange({ ...filters, operators: chosen })}
        />
        <ChoiceOf
          label={words.card}
          any={words.anyCard}
          chosen={filters.cards}
          options={cards.map(({ partnerId, name }) => ({ id: partnerId, text: name }))}
          onChoose={(chosen) => onChange({ ...filters, cards: chosen })}
        />
      </div>
    </div>
  );
}

interface SwitchProps {
  readonly text: string;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

function Switch({ text, on, onSwitch }: SwitchProps): JSX.Element {
  return (
    <button type="button" class="switch" aria-pressed={on} onClick={() => onSwitch(!on)}>
      {text}
    </button>
  );
}
