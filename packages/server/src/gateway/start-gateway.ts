/** The composition root of a gateway: upstreams, v2, edge, port. It keeps nothing on disk. */
import { randomUUID } from 'node:crypto';
import { StartRefused } from '../access/set-up-access.ts';
import { listen } from '../http/listen.ts';
import { defaultLegacySettings } from '../legacy/settings.ts';
import type { Log } from '../observe/log.ts';
import { createLog } from '../observe/log.ts';
import { gatewayApp } from './gateway-app.ts';
import type { GatewaySettings } from './settings.ts';
import { defaultGatewaySettings } from './settings.ts';
import { nodeTransport } from './upstream/node-transport.ts';

export interface StartGatewayOptions extends Partial<Omit<GatewaySettings, 'v3' | 'search'>> {
  /** Base of v3: `/locations` and `/countryMetadata` stand below it. */
  readonly v3: string;
  /** Base of Search: `/browse` stands below it. */
  readonly search: string;
  /** A name or an address; default 127.0.0.1. */
  readonly host?: string;
  /** Default 8080; 0 takes any that is free. */
  readonly port?: number;
  readonly log?: Log;
  readonly now?: () => Date;
}

export interface RunningGateway {
  readonly url: string;
  readonly port: number;
  /** Answers what is under way first. */
  readonly close: () => Promise<void>;
}

/** Rejects with `StartRefused` where a base is no address that can be asked. */
export async function startGateway(options: StartGatewayOptions): Promise<RunningGateway> {
  const { host = '127.0.0.1', port = 8080, now = () => new Date(), ...settings } = options;
  const log = options.log ?? createLog('info');
  const transport = nodeTransport();
  const app = gatewayApp({
    settings: {
      ...defaultGatewaySettings,
      legacy: defaultLegacySettings,
      ...settings,
      v3: readBase('v3', options.v3),
      search: readBase('Search', options.search),
    },
    send: transport.send,
    log,
    newId: randomUUID,
    now,
  });
  const listening = await listen(app, { host: host.replace(/^\[(.*)\]$/, '$1'), port, log, newId: randomUUID });
  log.info({ url: listening.url }, 'serving v2');
  const close = async (): Promise<void> => {
    await listening.close();
    transport.close();
  };
  return { url: listening.url, port: listening.port, close };
}

function readBase(name: string, text: string): string {
  const url = URL.parse(text);
  const advice = 'Name an address such as https://host/v3, without credentials and without a query.';
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new StartRefused(`The base of ${name} is no http or https address: ${JSON.stringify(text)}.`, advice);
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new StartRefused(`The base of ${name} holds more than an address.`, advice);
  }
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
