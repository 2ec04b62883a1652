import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { apiKey } from '../api/api-key.ts';
import { Glyph } from '../icons/glyph.tsx';
import { useWords } from '../words/use-words.ts';

/** The request behind a view, ready to be run in a shell. */
export function CurlThis({ path }: { readonly path: string }): JSX.Element {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  // The key itself is nobody's to copy along.
  const key = apiKey() === undefined ? '' : '-H "Authorization: Bearer $PANTOGRAPH_KEY" ';
  const command = `curl -g ${key}'${location.origin}${path.replaceAll("'", '%27')}'`;
  const copy = (): void => {
    void navigator.clipboard.writeText(command).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <details class="curl" onToggle={() => setCopied(false)}>
      <summary>
        <Glyph name="code" size={16} />
        {words.curl}
      </summary>
      <div class="curl-box">
        <code tabIndex={0}>{command}</code>
        <button type="button" onClick={copy}>
          {copied ? words.copied : words.copy}
        </button>
      </div>
    </details>
  );
}
