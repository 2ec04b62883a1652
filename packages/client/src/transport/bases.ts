/** Where each API stands. */
import type { ClientOptions } from '../options.ts';

export interface Bases {
  readonly lookup: URL | undefined;
  readonly search: URL | undefined;
  readonly legacy: URL | undefined;
}

const ways = {
  lookup: { option: 'lookupUrl', below: 'v3/' },
  search: { option: 'searchUrl', below: 'v1/' },
  legacy: { option: 'legacyUrl', below: 'ev/' },
} as const;

type Given = Pick<ClientOptions, 'baseUrl' | 'lookupUrl' | 'searchUrl' | 'legacyUrl'>;

/** Throws `TypeError` for what is no address, and when an API is asked that none was given for. */
export function basesOf(given: Given): { url(api: keyof Bases, path: string): URL } {
  const base = given.baseUrl === undefined ? undefined : folder('baseUrl', given.baseUrl);
  const baseOf = (api: keyof Bases): URL | undefined => {
    const { option, below } = ways[api];
    const own = given[option];
    if (own !== undefined) return folder(option, own);
    return base === undefined ? undefined : new URL(below, base);
  };
  const bases: Bases = { lookup: baseOf('lookup'), search: baseOf('search'), legacy: baseOf('legacy') };
  return {
    url(api, path) {
      const found = bases[api];
      if (found === undefined) throw new TypeError(`This client has neither baseUrl nor ${ways[api].option}`);
      return new URL(path, found);
    },
  };
}

function folder(option: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new TypeError(`${option} is no http or https address without a query: ${JSON.stringify(text)}`);
  }
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/`;
  return url;
}
