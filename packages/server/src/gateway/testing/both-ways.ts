/** v2 of a server, and v2 of a gateway in front of the same server's v3 and Search, asked the same. */
import { recordedLog } from '../../../test/recorded-log.ts';
import { smallWorldTime } from '../../../test/small-world.ts';
import type { Atlas } from '../../atlas/atlas.ts';
import { mountDiscovery } from '../../discovery/surface.ts';
import { createApp } from '../../http/app.ts';
import type { App } from '../../http/app.ts';
import type { MountedSurface } from '../../http/surface.ts';
import { legacyRefusals } from '../../legacy/answer/refuse.ts';
import { defaultLegacySettings } from '../../legacy/settings.ts';
import { LEGACY_PREFIX, legacySurface } from '../../legacy/surface.ts';
import { LOOKUP_PREFIX, lookupSurface, refuseInLookup } from '../../lookup/index.ts';
import { gatewayApp } from '../gateway-app.ts';
import type { GatewaySettings } from '../settings.ts';
import { defaultGatewaySettings } from '../settings.ts';
import type { UpstreamFetch } from './fetch-transport.ts';
import { fetchTransport } from './fetch-transport.ts';

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

interface BothWaysOptions {
  readonly atlas: Atlas;
  readonly enums?: 'ocpi' | 'here';
  readonly settings?: Partial<GatewaySettings>;
  /** Stands between the gateway and its upstream. */
  readonly wire?: (upstream: UpstreamFetch) => UpstreamFetch;
}

interface BothWays {
  /** @param path below `/ev/` */
  readonly ask: (path: string, init?: RequestInit) => Promise<{ readonly own: Told; readonly gateway: Told }>;
  readonly askGateway: (path: string, init?: RequestInit) => Promise<Told>;
  /** Paths and queries that the upstream was asked for. */
  readonly asked: readonly string[];
  /** What the gateway logged. */
  readonly logged: () => string;
  readonly gateway: App;
}

const newId = (): string => 'correlation-1';
const now = (): Date => smallWorldTime;

export function bothWays({ atlas, enums = 'ocpi', settings, wire = (fetch) => fetch }: BothWaysOptions): BothWays {
  const server = createApp({ surfaces: surfacesOver(atlas, enums), log: recordedLog('error').log, newId, now });
  const asked: string[] = [];
  const upstream: UpstreamFetch = async (url, init) => {
    const { pathname, search } = new URL(url);
    asked.push(pathname + search);
    return server.fetch(new Request(url, init));
  };
  const recorded = recordedLog('debug');
  const gateway = gatewayApp({
    settings: {
      ...defaultGatewaySettings,
      v3: 'http://upstream.test/v3',
      search: 'http://upstream.test/v1',
      cacheSeconds: 0,
      legacy: defaultLegacySettings,
      ...settings,
    },
    send: fetchTransport(wire(upstream)),
    log: recorded.log,
    newId,
    now,
  });
  const askGateway = (path: string, init?: RequestInit) => tell(gateway, path, init);
  return {
    askGateway,
    ask: async (path, init) => ({ own: await tell(server, path, init), gateway: await askGateway(path, init) }),
    asked,
    logged: recorded.text,
    gateway,
  };
}

async function tell(app: App, path: string, init?: RequestInit): Promise<Told> {
  const response = await app.fetch(new Request(`http://v2.test/ev/${path}`, init));
  return { status: response.status, headers: response.headers, text: await response.text() };
}

function surfacesOver(atlas: Atlas, enums: 'ocpi' | 'here'): readonly MountedSurface[] {
  const dependencies = { atlas, settings: { enums } } as const;
  return [
    {
      name: 'lookup',
      paths: [LOOKUP_PREFIX],
      access: 'keys',
      handle: lookupSurface({ ...dependencies, lookup: {} }),
      refuse: refuseInLookup,
    },
    mountDiscovery(dependencies),
    {
      name: 'legacy',
      paths: [LEGACY_PREFIX],
      access: 'keys',
      handle: legacySurface(dependencies),
      refuse: legacyRefusals(defaultLegacySettings),
    },
  ];
}
