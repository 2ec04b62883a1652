import type { JSX } from 'preact';

interface ChoiceOfProps {
  readonly label: string;
  readonly any: string;
  readonly chosen: readonly string[];
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** One of a list, or any. What a link chose stays, even where it is not on the list. */
export function ChoiceOf({ label, any, chosen, options, onChoose }: ChoiceOfProps): JSX.Element {
  const value = chosen.join(',');
  const listed = value === '' || options.some(({ id }) => id === value);
  return (
    <label class="choice">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value === '' ? [] : event.currentTarget.value.split(','))}
      >
        <option value="">{any}</option>
        {!listed && <option value={value}>{chosen.map((id) => id.slice(0, 8)).join(', ')} …</option>}
        {options.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
