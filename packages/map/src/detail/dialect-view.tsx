/** The developer's view: one place as each API describes it, equal facts in equal colours. */
import type { JSX } from 'preact';
import { pathWith } from '../api/ask.ts';
import { useAsked } from '../live/use-asked.ts';
import { CurlThis } from '../shell/curl-this.tsx';
import { useWords } from '../words/use-words.ts';
import { JsonText } from './json-text.tsx';

interface DialectViewProps {
  readonly contentId: string;
}

export function DialectView({ contentId }: DialectViewProps): JSX.Element {
  const words = useWords();
  const id = encodeURIComponent(contentId);
  const fields = ['fields', 'address,evses,connectorGroups'] as const;
  const dialects = [
    { name: 'v3', path: pathWith(`/v3/locations/${id}`, [fields]) },
    {
      name: 'Search',
      path: pathWith('/v1/lookup', [
        ['id', contentId],
        ['show', 'ev'],
      ]),
    },
    { name: 'v2', path: `/ev/stations/${id}.json` },
    { name: 'OCPI 2.3.0', path: `/ocpi/open/2.3.0/locations/${id}` },
  ];
  return (
    <section class="dialects" aria-label={words.dialects}>
      <p>{words.dialectsHint}</p>
      <p class="dialect-keys">
        <span class="fact-status">{words.status}</span>
        <span class="fact-power">{words.power}</span>
        <span class="fact-plug">{words.plug}</span>
        <span class="fact-place">lat, lng</span>
      </p>
      <div class="dialect-columns">
        {dialects.map((dialect) => (
          <Dialect key={dialect.name} {...dialect} />
        ))}
      </div>
    </section>
  );
}

interface DialectProps {
  readonly name: string;
  readonly path: string;
}

function Dialect({ name, path }: DialectProps): JSX.Element {
  const words = useWords();
  const { answer, trouble } = useAsked<unknown>(path, { forgets: true });
  return (
    <div class="dialect">
      <h3>{name}</h3>
      <CurlThis path={path} />
      {answer === undefined ? (
        <p class="empty">{trouble === undefined ? `${words.loading} …` : (trouble.text ?? words.notServed)}</p>
      ) : (
        <JsonText value={answer.value} label={name} />
      )}
    </div>
  );
}
