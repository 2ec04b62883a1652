/** The real command in a process of its own. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../bin/pantograph.js', import.meta.url));

interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly input?: string;
  /** Beside the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Options for node, before the script. */
  readonly node?: readonly string[];
}

export async function run(
  args: readonly string[],
  { input = '', env = {}, node = [] }: RunOptions = {},
): Promise<Finished> {
  const child = spawn(process.execPath, [...node, launcher, ...args], {
    stdio: 'pipe',
    env: { ...process.env, ...env },
  });
  // A command that ends before it has read everything breaks the pipe; its exit code tells.
  child.stdin.on('error', () => undefined).end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, stdout, stderr };
}

/** Presses Ctrl-C when `ready` resolves; standard input stays open and says nothing. */
export async function runInterrupted(args: readonly string[], ready: () => Promise<unknown>): Promise<Finished> {
  const child = spawn(process.execPath, [launcher, ...args], { stdio: 'pipe' });
  const closed = once(child, 'close');
  const written = Promise.all([text(child.stdout), text(child.stderr)]);
  await ready();
  child.kill('SIGINT');
  await closed;
  const [stdout, stderr] = await written;
  return { code: child.exitCode, stdout, stderr };
}

interface RunningCli extends AsyncDisposable {
  readonly url: string;
  /** Everything on standard output so far. */
  readonly stdout: () => string;
  stop(signal: NodeJS.Signals): Promise<Finished>;
}

/** Resolves when the command says where it listens. */
export async function runServer(
  args: readonly string[],
  { env = {} }: Pick<RunOptions, 'env'> = {},
): Promise<RunningCli> {
  const child = spawn(process.execPath, [launcher, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const closed = once(child, 'close');
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      const found = /http:\/\/[^\s']+(?=\n)/.exec(stdout)?.[0];
      if (found !== undefined) resolve(found);
    });
    void closed.then(() => reject(new Error(`it ended: ${stderr}`)));
  });
  const stop = async (signal: NodeJS.Signals): Promise<Finished> => {
    end(child, signal);
    await closed;
    return { code: child.exitCode, stdout, stderr };
  };
  return { url, stdout: () => stdout, stop, [Symbol.asyncDispose]: () => stop('SIGKILL').then(() => undefined) };
}

function end(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
}
