import type { JSX } from 'preact';
import { durationIn } from '../words/quantities.ts';
import { useWords } from '../words/use-words.ts';
import { useNow } from './use-now.ts';

interface AgeBadgeProps {
  /** When a status was last said, ISO 8601. */
  readonly newest: string | undefined;
  /** When the server answered last; milliseconds since 1970. */
  readonly answeredAt: number | undefined;
  /** The server's clock less ours, milliseconds. */
  readonly clockOffset: number;
  /** The stream of changes broke, and is not back yet. */
  readonly isLost: boolean;
}

/** Seconds without an answer after which what is shown counts as old. */
const STALE_SECONDS = 45;
/** The same, where the server is known to be away: it may be back before anybody notices. */
const LOST_SECONDS = 8;
/** Milliseconds that clocks may differ without a word. */
const SKEW = 90_000;

/** How old what is shown is. */
export function AgeBadge({ newest, answeredAt, clockOffset, isLost }: AgeBadgeProps): JSX.Element | null {
  const words = useWords();
  const now = useNow(1);
  if (answeredAt === undefined) return null;
  const silence = (now - answeredAt) / 1000;
  const isStale = silence > (isLost ? LOST_SECONDS : STALE_SECONDS);
  const age = newest === undefined ? undefined : (now + clockOffset - Date.parse(newest)) / 1000;
  const text = isStale
    ? words.stale(durationIn(words.locale, silence))
    : age === undefined
      ? undefined
      : words.newestStatus(durationIn(words.locale, age));
  return (
    <p class={isStale ? 'age age-stale' : 'age'} title={Math.abs(clockOffset) > SKEW ? words.clockSkew : undefined}>
      <i />
      {!isStale && <strong>{words.live}</strong>}
      <span>{text}</span>
    </p>
  );
}
