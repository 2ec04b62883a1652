/** Whoever knows the secret can tell that a delivery is ours, whole, and of now. docs/webhooks.md shows how. */
import { createHmac, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
/** RFC 2104: a shorter key than the hash makes the signature weaker. */
export const LEAST_SECRET_LENGTH = 32;

/** 256 random bits, as text that says what it is. */
export function newSecret(random: (bytes: number) => Uint8Array = randomBytes): string {
  return `whsec_${Buffer.from(random(SECRET_BYTES)).toString('base64url')}`;
}

/** The header `Pantograph-Signature`: the time is signed too, so that an old delivery cannot be sent again. */
export function signatureOf(secret: string, body: string, now: Date): string {
  const seconds = String(Math.floor(now.getTime() / 1000));
  const code = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${code}`;
}
