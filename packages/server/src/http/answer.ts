/**
 * A response whose whole body is at hand. The Fetch standard lets nobody look into a `Response` again without a
 * stream; the edge needs the bytes for their ETag and for compression, so they are remembered beside it.
 */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

const answers = new WeakMap<Response, Answer>();

/** What a surface returns when it has the whole body. */
export function answer(
  body: string | Uint8Array,
  init: { readonly status?: number; readonly headers: Readonly<Record<string, string>> },
): Response {
  const status = init.status ?? 200;
  const response = new Response(body as string | Uint8Array<ArrayBuffer>, { status, headers: init.headers });
  const headers: Record<string, string> = {};
  for (const name in init.headers) headers[name.toLowerCase()] = init.headers[name] ?? '';
  answers.set(response, { status, headers, body });
  return response;
}

/**
 * The whole of a response, read if it must be. `undefined` where the body is a stream that may be endless, which is
 * known by its media type.
 */
export function answerOf(response: Response): Answer | Promise<Answer> | undefined {
  const known = answers.get(response);
  if (known !== undefined) return known;
  const headers = Object.fromEntries(response.headers);
  if (/^(?:text\/event-stream|application\/x-ndjson)\b/.test(headers['content-type'] ?? '')) return undefined;
  return response.arrayBuffer().then((buffer) => ({ status: response.status, headers, body: new Uint8Array(buffer) }));
}
