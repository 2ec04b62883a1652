/** Whoever asks the gateway: their credentials go to the upstream as they came, and are kept nowhere. */
import { hash } from 'node:crypto';
import { apiKeyOfPair, parseApiKey } from '../../access/api-key.ts';

export interface UpstreamCaller {
  /** For logs and counts: a key's public id, a digest of what else was sent, or `anonymous`. */
  readonly id: string;
  /** Tells callers apart without holding what they sent: what one was answered is not for another. */
  readonly digest: string;
  readonly authorization: string | undefined;
  /** `apiKey`, `app_id`, `app_code`, in that order, each as often as it was sent. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** Aborts when the caller goes away. */
  readonly signal: AbortSignal;
}

const names = ['apiKey', 'app_id', 'app_code'] as const;

export function callerOf(request: Request): UpstreamCaller {
  const authorization = request.headers.get('authorization') ?? undefined;
  const query = request.url.includes('?') ? new URL(request.url).searchParams : new URLSearchParams();
  const parameters = names.flatMap((name) => query.getAll(name).map((value) => [name, value] as const));
  const { signal } = request;
  if (authorization === undefined && parameters.length === 0) {
    return { id: 'anonymous', digest: '', authorization, parameters, signal };
  }
  const digest = hash('sha256', JSON.stringify([authorization, parameters]), 'base64url');
  return {
    id: publicIdIn(authorization, parameters) ?? `credentials:${digest.slice(0, 12)}`,
    digest,
    authorization,
    parameters,
    signal,
  };
}

/** Of a key that a Pantograph made. */
function publicIdIn(authorization: string | undefined, parameters: UpstreamCaller['parameters']): string | undefined {
  const value = (name: string) => parameters.find(([own]) => own === name)?.[1] ?? '';
  const key = authorization === undefined ? value('apiKey') : authorization.replace(/^Bearer +/i, '');
  return (parseApiKey(key) ?? apiKeyOfPair(value('app_id'), value('app_code')))?.id;
}
