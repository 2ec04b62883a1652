/** What a request says about who sends it. */
import type { Asked } from '../http/asked.ts';
import { queryValues } from '../http/request-line.ts';
import { Refused } from '../refusal/refused.ts';
import type { ApiKey } from './api-key.ts';
import { apiKeyOfPair, parseApiKey } from './api-key.ts';

type Credentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'key'; readonly key: ApiKey }
  | { readonly kind: 'token'; readonly token: string }
  /** Nothing that this server could have given out, such as a key of the service that the client was written for. */
  | { readonly kind: 'foreign'; readonly cause: string; readonly parameter: string };

const none: Credentials = { kind: 'none' };

/**
 * `Authorization: Bearer` with a key or a JWT, then `apiKey=`, then v2's `app_id` and `app_code`. The first that is
 * there counts: one that is wrong is not made good by another.
 */
export function credentialsOf({ url, headers }: Asked): Credentials {
  const authorization = headers.get('authorization');
  if (authorization !== null) return bearerCredentials(authorization);
  const apiKeys = queryValues(url, 'apiKey');
  if (apiKeys.length > 0) return keyCredentials(apiKeys.length === 1 ? apiKeys[0] : undefined, 'apiKey');
  const appIds = queryValues(url, 'app_id');
  const appCodes = queryValues(url, 'app_code');
  if (appIds.length === 0 && appCodes.length === 0) return none;
  const [appId = '', ...moreIds] = appIds;
  const [appCode = '', ...moreCodes] = appCodes;
  const key = moreIds.length + moreCodes.length === 0 ? apiKeyOfPair(appId, appCode) : undefined;
  return key === undefined
    ? foreign('app_id and app_code are not one key of this server', 'app_id')
    : { kind: 'key', key };
}

/** The credentials are wrong, in whatever way: one code, and never the credential itself. */
export function unusable(cause: string, parameter: string): Refused {
  return new Refused('credentials_invalid', {
    parameter,
    cause,
    allowed: 'a key of this server as apiKey=, or a key or token as Authorization: Bearer',
  });
}

function foreign(cause: string, parameter: string): Credentials {
  return { kind: 'foreign', cause, parameter };
}

function bearerCredentials(authorization: string): Credentials {
  const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization.trim()) ?? [];
  if (token === undefined) return foreign('Authorization is not of the form "Bearer <key or token>"', 'Authorization');
  return token.split('.').length === 3 ? { kind: 'token', token } : keyCredentials(token, 'Authorization');
}

function keyCredentials(text: string | undefined, parameter: string): Credentials {
  const key = text === undefined ? undefined : parseApiKey(text);
  return key === undefined ? foreign(`${parameter} is not one key of this server`, parameter) : { kind: 'key', key };
}
