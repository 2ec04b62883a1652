/** Work in a process of its own: its memory is nobody else's, and its start counts where a start is measured. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Measurement } from './measure.ts';

/** @param script under `bench/child/`; prints its measurement as one line of JSON */
export async function runChild(script: string, args: readonly string[]): Promise<Measurement> {
  return await askedChild<Measurement>(script, args);
}

/** What the script prints, one line of JSON. */
export async function askedChild<Answer>(script: string, args: readonly string[]): Promise<Answer> {
  const path = fileURLToPath(new URL(`../child/${script}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [output, [status]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number | null]>]);
  if (status !== 0) throw new Error(`${script} ended with ${String(status)}`);
  return JSON.parse(output) as Answer;
}
