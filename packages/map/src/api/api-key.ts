/** The key that a server may ask for. It is kept for this tab and as long as it is open, and goes to this server only. */
const PLACE = 'pantograph-key';

export function apiKey(): string | undefined {
  try {
    return sessionStorage.getItem(PLACE) ?? undefined;
  } catch {
    // Storage may be forbidden.
    return undefined;
  }
}

/** `false` where it cannot be kept. */
export function keepApiKey(key: string): boolean {
  try {
    sessionStorage.setItem(PLACE, key);
    return true;
  } catch {
    return false;
  }
}

/** What a request to this server has to say. */
export function keyHeaders(): Readonly<Record<string, string>> {
  const key = apiKey();
  return key === undefined ? {} : { authorization: `Bearer ${key}` };
}

/** For streams, which cannot say it in a header. */
export function keyedPath(path: string): string {
  const key = apiKey();
  if (key === undefined) return path;
  return `${path}${path.includes('?') ? '&' : '?'}apiKey=${encodeURIComponent(key)}`;
}
