/** All of OCPI in a server: its peers, its connections to them, and what is pushed to them. */
import type { Log } from '../observe/log.ts';
import type { Store } from '../store/store.ts';
import type { OcpiDependencies } from './call.ts';
import { createOutbound } from './outbound/index.ts';
import { openPeerStore } from './peers/peer-store.ts';
import { runPusher } from './push/run-pusher.ts';
import { passedOn } from './sender/passed-on.ts';

export interface OcpiOptions {
  readonly store: Store;
  /** Path of the peers' file; made where there is none. */
  readonly peersFile: string;
  readonly log: Log;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly random?: () => number;
}

export interface RunningOcpi {
  readonly deps: OcpiDependencies;
  readonly close: () => Promise<void>;
}

export function startOcpi({ store, peersFile, log, newId, now, random = Math.random }: OcpiOptions): RunningOcpi {
  const peers = openPeerStore(peersFile);
  const outside = createOutbound();
  const anywhere = createOutbound({ allowPrivate: true });
  const deps: OcpiDependencies = {
    store,
    peers,
    outbound: ({ allowPrivate }) => (allowPrivate ? anywhere : outside).fetch,
    newId,
    passedOn: passedOn(store),
  };
  const pusher = runPusher({ ...deps, now, random, log });
  return {
    deps,
    close: async () => {
      const stopped = pusher.stop();
      // What is under way is not waited for: it is sent again from the position that was written down.
      outside.close();
      anywhere.close();
      await stopped;
      peers.close();
    },
  };
}
