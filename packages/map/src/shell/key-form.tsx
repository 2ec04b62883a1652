/** Asks for the key without which the server says nothing. */
import type { JSX } from 'preact';
import { keepApiKey } from '../api/api-key.ts';
import { useWords } from '../words/use-words.ts';

export function KeyForm(): JSX.Element {
  const words = useWords();
  return (
    <form
      class="key-form"
      onSubmit={(event) => {
        event.preventDefault();
        const key = new FormData(event.currentTarget).get('key');
        // Everything is asked again with it.
        if (typeof key === 'string' && key.trim() !== '' && keepApiKey(key.trim())) location.reload();
      }}
    >
      <label>
        {words.keyNeeded}
        <input name="key" type="password" autocomplete="off" spellcheck={false} required />
      </label>
      <button type="submit">{words.keyUse}</button>
    </form>
  );
}
