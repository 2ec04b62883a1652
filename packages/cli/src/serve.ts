/** `pantograph serve`: answers from the store until it is told to stop. */
import { resolve } from 'node:path';
import type { RunningServer, Store } from '@pantograph/server';
import { StartRefused, createLog, startServer } from '@pantograph/server';
import { openStore } from './data-directory.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Failure, explain } from './failure.ts';
import { counted } from './progress.ts';
import type { ServeOptions } from './serve-options.ts';
import { serveSettings } from './serve-settings.ts';
import type { Terminal } from './terminal.ts';
import { aborted, stopSignal } from './until-stopped.ts';

export async function serve(options: ServeOptions, terminal: Terminal): Promise<ExitCode> {
  const stopping = stopSignal();
  const store = openStore(options.data);
  try {
    const server = await startOn(store, options);
    terminal.out(`Serving ${counted(server.atlas.size)} locations on ${server.url}\n`);
    if (server.atlas.size === 0) {
      terminal.err(
        'The store is empty. Fill it with: pantograph import ocpi FILE --source NAME, or pantograph source add NAME\n',
      );
    }
    await aborted(stopping);
    await server.close();
    return exitCode.done;
  } finally {
    await store.close();
  }
}

/** The store stays the caller's to close. */
export async function startOn(store: Store, options: ServeOptions): Promise<RunningServer> {
  const { data, host, port, sources, threads, twins, keepLog } = options;
  try {
    return await startServer({
      dataDir: data,
      store,
      host,
      port,
      ...serveSettings(options),
      ...(sources === undefined ? {} : { sourcesFile: resolve(sources) }),
      twins: twins === 'on',
      threads,
      ...(keepLog === undefined ? {} : { keepLog: { milliseconds: keepLog } }),
      environment: process.env,
      log: createLog('warn'),
    });
  } catch (error) {
    if (error instanceof StartRefused) throw new Failure(error.message, error.advice, { cause: error });
    throw explain(error, `listen on ${host}, port ${String(port)}`) ?? error;
  }
}
