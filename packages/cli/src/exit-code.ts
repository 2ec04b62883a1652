/** What the process tells the shell. */
export const exitCode = {
  done: 0,
  /** The work was done; the data had faults: objects in quarantine, or input that breaks off. */
  findings: 1,
  /** The command could not do what it was asked to: wrong options, missing files, a port in use. */
  wrongUse: 2,
  /** Our own fault. */
  bug: 70,
  /** Stopped by Ctrl-C (128 + SIGINT). */
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
