/** Shows how far a long command is: one line that is redrawn on a terminal, a line every few seconds elsewhere. */
import type { Terminal } from './terminal.ts';

interface Progress {
  /** @param share of the whole, 0 to 1, where that is known */
  readonly to: (done: number, share?: number) => void;
  /** Clears the line; what is written next stands where it stood. */
  readonly end: () => void;
}

const REDRAW_MILLISECONDS = 100;
const LINE_MILLISECONDS = 5_000;
const BAR_CHARACTERS = 24;

/** @param what is counted, in the plural */
export function progressOn(terminal: Terminal, what: string): Progress {
  const started = terminal.now().getTime();
  const every = terminal.interactive ? REDRAW_MILLISECONDS : LINE_MILLISECONDS;
  let shown = started;
  let drawn = false;
  return {
    to(done, share) {
      const now = terminal.now().getTime();
      if (now - shown < every) return;
      shown = now;
      const seconds = (now - started) / 1000;
      const text = `${counted(done)} ${what}, ${counted(Math.round(done / seconds))} a second`;
      const part = share === undefined ? '' : `${String(Math.floor(Math.min(1, share) * 100)).padStart(3)} %  `;
      if (terminal.interactive) {
        terminal.err(`\r\u001b[2K${`${bar(share)}${part}${text}`.slice(0, terminal.columns - 1)}`);
        drawn = true;
      } else terminal.err(`${part.trimStart()}${text}\n`);
    },
    end() {
      if (drawn) terminal.err('\r\u001b[2K');
      drawn = false;
    },
  };
}

function bar(share: number | undefined): string {
  if (share === undefined) return '';
  const filled = Math.round(BAR_CHARACTERS * Math.min(1, share));
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_CHARACTERS - filled)} `;
}

/** 12345 as 12,345, whatever the machine's language. */
export function counted(count: number): string {
  return count.toLocaleString('en-US');
}
