/** Durable status PATCHes beside durable single-row updates of PostgreSQL behind the same HTTP framework. */
import type { Figure } from '../harness/benchmark.ts';
import { rate } from '../harness/figures.ts';
import { interleave } from '../harness/interleave.ts';
import type { Measurement } from '../harness/measure.ts';
import { temporaryDirectory } from '../harness/temporary-directory.ts';
import { startPostgres } from '../postgres/server.ts';
import { serverProcess } from '../serving/server-process.ts';
import { PLACES, idOf } from './push-world.ts';

interface BesidePostgres {
  readonly rounds: number;
  readonly note: (text: string) => void;
  /** Our server's URL, and the token of its peer. */
  readonly ours: string;
  readonly token: string;
  /** Sends PATCHes over so many connections for a while. */
  readonly patch: (url: string, token: string, connections: number) => Promise<Measurement>;
}

const WARM_ROUNDS = 4;

/** Connections, and how many times the peer's rate ours is to be. */
const loads = [
  { connections: 16, target: 3 },
  { connections: 64, target: 4 },
];

export async function besidePostgres({ rounds, note, ours, token, patch }: BesidePostgres): Promise<readonly Figure[]> {
  await using directory = await temporaryDirectory();
  await using server = await startPostgres(directory.path);
  await server.sql`
    CREATE TABLE evse_status (
      location_id text, uid text, status text NOT NULL, observed_at timestamptz NOT NULL,
      PRIMARY KEY (location_id, uid)
    )`;
  const rows = Array.from({ length: PLACES }, (_, number) => ({
    location_id: idOf(number),
    uid: 'E1',
    status: 'AVAILABLE',
    observed_at: '2026-01-01T00:00:00Z',
  }));
  await server.sql`INSERT INTO evse_status ${server.sql(rows)}`;
  const figures: Figure[] = [];
  for (const { connections, target } of loads) {
    note(`PostgreSQL, ${String(connections)} connections`);
    await using peer = await serverProcess('serve-postgres.ts', [
      JSON.stringify(server.connection),
      String(connections),
    ]);
    const contenders = {
      ours: () => patch(ours, token, connections),
      peer: () => patch(`http://127.0.0.1:${String(peer.port)}`, token, connections),
    };
    // Not measured, so that neither starts cold.
    await interleave(contenders, WARM_ROUNDS);
    const measured = await interleave(contenders, rounds);
    const against = 'PostgreSQL, one durable UPDATE each';
    const figure = rate({ name: `ocpi-push.${String(connections)}.http`, ...measured, against }, 'PATCHes');
    figures.push({ ...figure, ...(figure.peer === undefined ? {} : { target: figure.peer * target }) });
  }
  return figures;
}
