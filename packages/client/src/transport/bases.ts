/** Where each API stands. */
import type { ClientOptions } from '../options.ts';

export type Api = 'lookup' | 'search' | 'legacy';

const ways = {
  lookup: { option: 'lookupUrl', below: 'v3/' },
  search: { option: 'searchUrl', below: 'v1/' },
  legacy: { option: 'legacyUrl', below: 'ev/' },
} as const;

type Given = Pick<ClientOptions, 'baseUrl' | 'lookupUrl' | 'searchUrl' | 'legacyUrl'>;

/** In `searchUrl`: the vendor has a host for each endpoint of discovery. */
const ENDPOINT = '{endpoint}';

/** Throws `TypeError` for what is no address, and when an API is asked that none was given for. */
export function basesOf(given: Given): { url(api: Api, path: string): URL } {
  const base = given.baseUrl === undefined ? undefined : folder('baseUrl', given.baseUrl);
  const url = (api: Api, path: string): URL => {
    const { option, below } = ways[api];
    const own = given[option];
    if (own !== undefined) return new URL(path, folder(option, own.replace(ENDPOINT, path)));
    if (base !== undefined) return new URL(below + path, base);
    throw new TypeError(`This client has neither baseUrl nor ${option}`);
  };
  for (const [api, { option }] of Object.entries(ways)) if (given[option] !== undefined) url(api as Api, 'browse');
  return { url };
}

function folder(option: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new TypeError(`${option} is no http or https address without a query: ${JSON.stringify(text)}`);
  }
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/`;
  return url;
}
