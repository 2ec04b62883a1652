/** The key in the query or the token in a header, and URLs without either. */
import type { ClientOptions } from '../options.ts';

export interface Credentials {
  /** Adds what goes into the query. */
  sign(search: URLSearchParams): void;
  headers(): Promise<Readonly<Record<string, string>>>;
}

export function credentialsOf({ apiKey, token }: Pick<ClientOptions, 'apiKey' | 'token'>): Credentials {
  if (apiKey !== undefined && token !== undefined) {
    throw new TypeError('A client has an apiKey or a token, not both');
  }
  return {
    sign: (search) => {
      if (apiKey !== undefined) search.set('apiKey', apiKey);
    },
    headers: async (): Promise<Record<string, string>> =>
      token === undefined ? {} : { authorization: `Bearer ${typeof token === 'string' ? token : await token()}` },
  };
}
