import type { JSX } from 'preact';
import { KeyForm } from './key-form.tsx';
import { useWords } from '../words/use-words.ts';

interface NoticesProps {
  readonly unreachable: boolean;
  readonly tilesTrouble: boolean;
  /** Names of parameters of the link. */
  readonly unreadable: readonly string[];
  readonly hereDenied: boolean;
  /** The server wants a key. */
  readonly keyless: boolean;
}

/** What is not as it should be, while the rest goes on. */
export function Notices({ unreachable, tilesTrouble, unreadable, hereDenied, keyless }: NoticesProps): JSX.Element {
  const words = useWords();
  const texts = [
    unreachable ? words.noAnswer : undefined,
    tilesTrouble && !unreachable ? words.tilesTrouble : undefined,
    unreadable.length > 0 ? words.linkUnreadable(unreadable.join(', ')) : undefined,
    hereDenied ? words.hereDenied : undefined,
  ].filter((text) => text !== undefined);
  return (
    <div class="notices" role="status">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {keyless && <KeyForm />}
    </div>
  );
}
