/** Credentials tokens: how they are made, what is kept of those that are ours to check, and how they are presented. */
import { hash, randomBytes } from 'node:crypto';
import type { TokenForm } from './peer.ts';

/** 256 bits as 43 characters; OCPI 2.3.0 credentials: up to 64 printable ASCII characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token that peers show us. A token has 256 random bits, so that a plain hash cannot be searched. */
export function tokenHash(token: string): string {
  return hash('sha256', token, 'base64url');
}

export interface PresentedToken {
  readonly form: TokenForm;
  readonly token: string;
}

/**
 * All that the header can mean, most literal first. A raw token can look like Base64, and many peers of 2.1.1 and 2.2
 * encode where they should not and the other way round: which it is shows by trial. Shell pipelines leave a line feed
 * behind the encoded token.
 */
export function* presentedTokens(header: string | null): Generator<PresentedToken, void, undefined> {
  const shown = /^token[ \t]+(\S.*)$/i.exec(header?.trim() ?? '')?.[1];
  if (shown === undefined) return;
  yield { form: 'raw', token: shown };
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(shown)) return;
  const decoded = Buffer.from(shown, 'base64').toString('utf8').trim();
  if (decoded !== '') yield { form: 'base64', token: decoded };
}

/** OCPI 2.3.0, transport, "Authorization header". */
export function authorization(token: string, form: TokenForm): string {
  return `Token ${form === 'raw' ? token : Buffer.from(token, 'utf8').toString('base64')}`;
}
