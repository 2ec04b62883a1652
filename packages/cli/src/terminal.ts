/** Where a command writes. Results go to standard output; progress, advice and errors to standard error. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Standard error is a terminal: a line on it can be redrawn. */
  readonly interactive: boolean;
  readonly columns: number;
  readonly now: () => Date;
}

export function processTerminal(): Terminal {
  process.stdout.on('error', endWithReader);
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    interactive: process.stderr.isTTY,
    // A terminal that does not know its width says 0.
    columns: (process.stderr.isTTY ? process.stderr.columns : 0) || 80,
    now: () => new Date(),
  };
}

/** Who read our output has seen enough, as `head` does. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
