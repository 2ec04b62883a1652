/** A peer's request to us, over real HTTP. */
export interface Asked {
  readonly http: number;
  readonly code: number;
  readonly message?: string;
  readonly data?: unknown;
  readonly headers: Headers;
}

export interface AskOptions {
  readonly method?: string;
  readonly token?: string;
  /** Instead of `token`: the whole header. */
  readonly authorization?: string;
  readonly body?: unknown;
  /** Instead of `body`: sent as it is. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function ask(url: string, options: AskOptions = {}): Promise<Asked> {
  const { method = 'GET', token, body, text } = options;
  const encoded = token === undefined ? undefined : `Token ${Buffer.from(token).toString('base64')}`;
  const authorization = options.authorization ?? encoded;
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(url, {
    method,
    headers: { ...options.headers, ...(authorization === undefined ? {} : { authorization }) },
    ...(sent === undefined ? {} : { body: sent }),
  });
  const envelope = (await response.json()) as { status_code: number; status_message?: string; data?: unknown };
  const { status_code: code, status_message: message, data } = envelope;
  return {
    http: response.status,
    code,
    ...(message === undefined ? {} : { message }),
    data,
    headers: response.headers,
  };
}
