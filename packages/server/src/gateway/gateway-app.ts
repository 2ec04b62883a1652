/** A gateway but for its port: the edge, the v2 surface over the upstreams, metrics. */
import type { Access } from '../access/access.ts';
import { isLocalUser } from '../access/exposure.ts';
import type { App } from '../http/app.ts';
import { createApp } from '../http/app.ts';
import { docsSurface } from '../http/docs/docs-surface.ts';
import type { Caller } from '../http/caller.ts';
import { rightNames } from '../http/caller.ts';
import { legacyRefusals } from '../legacy/answer/refuse.ts';
import { legacyDocument } from '../legacy/openapi/document.ts';
import { LEGACY_PREFIX, legacySurfaceOver } from '../legacy/surface.ts';
import { usageCounter } from '../legacy/usage/usage-counter.ts';
import type { Log } from '../observe/log.ts';
import { createMetrics } from '../observe/metrics.ts';
import { metricsSurface } from '../observe/operations-surface.ts';
import { gatewayBackEnd } from './back-end/gateway-back-end.ts';
import type { GatewaySettings } from './settings.ts';
import { callerOf } from './upstream/caller.ts';
import type { Transport } from './upstream/transport.ts';
import { createUpstream } from './upstream/upstream.ts';

interface GatewayAppOptions {
  readonly settings: GatewaySettings;
  readonly send: Transport;
  readonly log: Log;
  readonly newId: () => string;
  readonly now: () => Date;
}

export function gatewayApp({ settings, send, log, newId, now }: GatewayAppOptions): App {
  const { legacy } = settings;
  const backEnd = gatewayBackEnd(settings, createUpstream({ ...settings, send }));
  const usage = usageCounter();
  const metrics = createMetrics({ legacyUses: () => usage.counts() });
  // It has no stations of its own to show.
  const description = JSON.stringify(legacyDocument(undefined));
  const surfaces = [
    {
      name: 'legacy',
      paths: [LEGACY_PREFIX],
      access: 'keys',
      handle: legacySurfaceOver((request) => backEnd(callerOf(request)), { legacy, usage }),
      refuse: legacyRefusals(legacy),
    },
    docsSurface([{ name: 'v2', title: 'Stations, v2', document: () => description }]),
    metricsSurface(metrics),
  ] as const;
  return createApp({ surfaces, access: upstreamsDecide, metrics, log, newId, now });
}

/** Nobody is turned away here: whether credentials are good is for the upstream to say. */
const upstreamsDecide: Access = {
  // Every request here is a `Request`: nothing lies ready.
  admit(request: Request, peer) {
    const { id, digest } = callerOf(request);
    // Its metrics are for the person at the machine.
    const rights: Caller['rights'] = new Set(isLocalUser(request, peer) ? rightNames : []);
    return { caller: { id, rights }, retryAfter: 0, credentials: digest !== '' };
  },
};
