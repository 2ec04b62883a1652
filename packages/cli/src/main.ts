/** Runs the process's command line to its exit code; none at all asks for help. */
import { CommanderError } from 'commander';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { explain } from './failure.ts';
import { program } from './program.ts';
import type { Terminal } from './terminal.ts';
import { processTerminal } from './terminal.ts';

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCode.done;
  try {
    await program(terminal, (result) => {
      code = result;
    }).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return report(error, terminal);
  }
}

function report(error: unknown, terminal: Terminal): ExitCode {
  // Commander has said what is wrong; help and version are no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.wrongUse;
  const failure = explain(error, 'go on');
  if (failure !== undefined) {
    terminal.err(`${failure.message}\n${failure.advice}\n`);
    return exitCode.wrongUse;
  }
  terminal.err(
    `This is a fault of pantograph itself:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return exitCode.bug;
}

process.exitCode = await run(process.argv.slice(2), processTerminal());
