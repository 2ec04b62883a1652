/** A key as the database has it. */
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { rightNames } from '../http/caller.ts';
import type { KnownKey } from './key-info.ts';

export function keyRow(key: KnownKey): Record<string, SQLInputValue> {
  return {
    id: key.id,
    name: key.name,
    secret_hash: key.secretHash,
    rights: key.rights.join(' '),
    rate_per_second: key.limit?.perSecond ?? null,
    burst: key.limit?.burst ?? null,
    created_at: key.createdAt,
  };
}

export function readKeyRow(row: Record<string, SQLOutputValue>): KnownKey {
  const { rate_per_second: perSecond, burst, revoked_at: revokedAt, last_used_on: lastUsedOn } = row;
  const rights = new Set(text(row['rights']).split(' '));
  return {
    id: text(row['id']),
    name: text(row['name']),
    secretHash: row['secret_hash'] instanceof Uint8Array ? row['secret_hash'] : new Uint8Array(),
    rights: rightNames.filter((right) => rights.has(right)),
    ...(typeof perSecond === 'number' && typeof burst === 'number' ? { limit: { perSecond, burst } } : {}),
    createdAt: text(row['created_at']),
    ...(typeof revokedAt === 'string' ? { revokedAt } : {}),
    ...(typeof lastUsedOn === 'string' ? { lastUsedOn } : {}),
  };
}

function text(value: SQLOutputValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
