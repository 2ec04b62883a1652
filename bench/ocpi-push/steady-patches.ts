/** PATCHes at an even rate, while something else is measured. */
import { setTimeout as pause } from 'node:timers/promises';
import { rawConnection } from '../harness/raw-connection.ts';

const CONNECTIONS = 64;

interface SteadyPatches {
  /** @returns how many came through a second */
  stop(): Promise<number>;
}

/** @param next the bytes of the next PATCH */
export async function steadyPatches(url: string, perSecond: number, next: () => string): Promise<SteadyPatches> {
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => rawConnection(url)));
  let isOver = false;
  let sent = 0;
  const started = performance.now();
  const all = connections.map(async (connection) => {
    while (!isOver) {
      if (sent >= ((performance.now() - started) / 1000) * perSecond) {
        await pause(1);
        continue;
      }
      sent++;
      const response = await connection.send(next());
      if (!response.includes('"status_code":1000')) throw new Error(`not acknowledged: ${response}`);
    }
  });
  return {
    async stop() {
      const seconds = (performance.now() - started) / 1000;
      isOver = true;
      await Promise.all(all);
      for (const connection of connections) connection.close();
      return sent / seconds;
    },
  };
}
