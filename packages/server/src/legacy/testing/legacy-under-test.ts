/** The v2 surface behind the real edge, over the small world. Every JSON answer is held against its schema, the order of its keys included. */
import {
  ConnectorStatusesResponse,
  ConnectorTypesResponse,
  CountResponse,
  ErrorBody,
  EvsesResponse,
  PowerFeedTypesResponse,
  RoamingsResponse,
  StationsResponse,
} from '@pantograph/model/v2';
import { recordedLog } from '../../../test/recorded-log.ts';
import { smallWorld, smallWorldTime } from '../../../test/small-world.ts';
import type { Access } from '../../access/access.ts';
import type { Atlas } from '../../atlas/atlas.ts';
import { memoryAtlas } from '../../atlas/memory-atlas.ts';
import { createApp } from '../../http/app.ts';
import { legacyRefusals } from '../answer/refuse.ts';
import type { LegacySettings } from '../settings.ts';
import { defaultLegacySettings } from '../settings.ts';
import { LEGACY_PREFIX, legacySurface } from '../surface.ts';
import type { LegacyUsageRecorder } from '../usage/usage.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface LegacyUnderTest {
  readonly logged: () => string;
  /** Anything, checked for nothing. @param path below `/ev/` */
  ask(path: string, init?: RequestInit): Promise<Answered>;
  stations(path: string, init?: RequestInit): Promise<StationsResponse>;
  evses(path: string): Promise<EvsesResponse>;
  count(path: string, init?: RequestInit): Promise<number>;
  roamings(path: string): Promise<RoamingsResponse>;
  list(path: string): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Fails unless the request is refused with this status. Gives the message in one. */
  refused(path: string, status: number, init?: RequestInit): Promise<string>;
}

interface Schema<Body> {
  parse(value: unknown): Body;
}

export interface LegacyGiven {
  readonly atlas?: Atlas;
  readonly legacy?: Partial<LegacySettings>;
  readonly usage?: LegacyUsageRecorder;
  readonly now?: () => Date;
  readonly access?: Access;
}

export function legacyUnderTest({ atlas, legacy: given, usage, now, access }: LegacyGiven = {}): LegacyUnderTest {
  const legacy = { ...defaultLegacySettings, ...given };
  const recorded = recordedLog('error');
  const dependencies = {
    atlas: atlas ?? memoryAtlas(smallWorld()),
    settings: { enums: 'ocpi' },
    legacy,
    ...(usage === undefined ? {} : { usage }),
  } as const;
  const app = createApp({
    surfaces: [
      {
        name: 'legacy',
        paths: [LEGACY_PREFIX],
        access: 'keys',
        handle: legacySurface(dependencies),
        refuse: legacyRefusals(legacy),
      },
    ],
    ...(access === undefined ? {} : { access }),
    log: recorded.log,
    newId: () => 'correlation-1',
    now: now ?? (() => smallWorldTime),
  });

  async function ask(path: string, init?: RequestInit): Promise<Answered> {
    const response = await app.fetch(new Request(`http://pantograph.test/ev/${path}`, init));
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  async function read<Body>(schema: Schema<Body>, status: number, path: string, init?: RequestInit): Promise<Body> {
    const { status: found, text } = await ask(path, init);
    if (found !== status) throw new Error(`${path} was answered ${String(found)}: ${text}`);
    const body = schema.parse(JSON.parse(text));
    if (JSON.stringify(body) !== text)
      throw new Error(`${path} has keys that are unknown or in another order: ${text}`);
    return body;
  }

  return {
    logged: recorded.text,
    ask,
    stations: (path, init) => read(StationsResponse, 200, path, init),
    evses: (path) => read(EvsesResponse, 200, path),
    count: async (path, init) => (await read(CountResponse, 200, path, init)).count,
    roamings: (path) => read(RoamingsResponse, 200, path),
    list: async (path) => Object.values(await read(listSchemas, 200, path)).flat(),
    refused: async (path, status, init) => {
      const body = await read(ErrorBody, status, path, init);
      return `${body.Type}: ${body.Message.join(' ')}`;
    },
  };
}

const listSchemas = ConnectorTypesResponse.or(PowerFeedTypesResponse).or(ConnectorStatusesResponse);
