/** `pantograph demo`: a generated world with statuses that move, for a first look. */
import type { RunningServer, Store } from '@pantograph/server';
import { DEMO_SOURCE, randomOf, runSimulator, statusSimulator } from '@pantograph/server';
import { openStore } from './data-directory.ts';
import { prepareDemoWorld } from './demo-world.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { explain } from './failure.ts';
import { counted } from './progress.ts';
import type { ServeOptions } from './serve-options.ts';
import { startOn } from './serve.ts';
import type { Terminal } from './terminal.ts';
import { aborted, stopSignal } from './until-stopped.ts';

export interface DemoOptions extends ServeOptions {
  readonly locations: number;
  readonly seed: number;
}

export async function demo(options: DemoOptions, terminal: Terminal): Promise<ExitCode> {
  const stopping = stopSignal();
  const store = openStore(options.data);
  try {
    if (!(await prepareDemoWorld(store, options, terminal, stopping))) return exitCode.interrupted;
    const server = await startOn(store, options);
    terminal.out(welcome(server));
    const simulated = statusSimulator(demoLocations(store), randomOf(options.seed));
    const simulator = runSimulator(store, simulated, { now: terminal.now });
    // Where the simulator fails, its reason is thrown by `stop`.
    await Promise.race([aborted(stopping), simulator.done.catch(() => undefined)]);
    await server.close();
    await simulator.stop();
    return exitCode.done;
  } catch (error) {
    throw explain(error, 'write to the store') ?? error;
  } finally {
    await store.close();
  }
}

function* demoLocations(store: Store): ReturnType<Store['locations']> {
  for (const location of store.locations()) if (location.key.source === DEMO_SOURCE.name) yield location;
}

/** Where most towns are: the middle of Berlin. */
const SOMEWHERE = { lat: 52.52, lng: 13.405 };

function welcome({ atlas, url }: RunningServer): string {
  const area = { kind: 'circle', centre: SOMEWHERE, radiusMetres: 100_000 } as const;
  const [near] = atlas.search({ area, limit: 1 }).hits;
  const { latitude, longitude } = near?.site.location.coordinates ?? { latitude: '52.52', longitude: '13.405' };
  const at = `${latitude},${longitude}`;
  return `Serving a demo world of ${counted(atlas.size)} locations on ${url}
All of it is generated: no real charging sites. Statuses change every second.

Try
  curl '${url}/v1/browse?at=${at}&categories=700-7600-0322&show=ev&limit=3'
${near === undefined ? '' : `  curl '${url}/v3/locations/${near.site.contentId}?fields=evses,connectorGroups,address'\n`}  curl '${url}/ev/stations.json?prox=${at},2000'

Ctrl-C stops.
`;
}
