/**
 * What a surface answers, as the edge handles it. The Fetch standard lets nobody look into a `Response` again without a
 * stream; the edge needs the bytes for their ETag and for compression, so they are remembered beside it.
 */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** A stream where it may be endless. */
  readonly body: string | Uint8Array | ReadableStream<Uint8Array> | null;
}

/** An answer whose whole body is at hand. */
export interface WholeAnswer extends Answer {
  readonly body: string | Uint8Array;
}

const answers = new WeakMap<Response, Answer>();

/** What a surface returns when it has the whole body. */
export function answer(
  body: string | Uint8Array,
  init: { readonly status?: number; readonly headers: Readonly<Record<string, string>> },
): Response {
  const headers: Record<string, string> = {};
  for (const name in init.headers) headers[name.toLowerCase()] = init.headers[name] ?? '';
  return responseOf({ status: init.status ?? 200, headers, body });
}

export function responseOf(made: Answer): Response {
  const { status, headers, body } = made;
  const response = new Response(body as string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null, {
    status,
    headers,
  });
  answers.set(response, made);
  return response;
}

/** The whole of a response, read if it must be; a body that may be endless, which is known by its media type, stays a stream. */
export function answerOf(response: Response): Answer | Promise<Answer> {
  const known = answers.get(response);
  if (known !== undefined) return known;
  const { status } = response;
  const headers = Object.fromEntries(response.headers);
  if (/^(?:text\/event-stream|application\/x-ndjson)\b/.test(headers['content-type'] ?? '')) {
    return { status, headers, body: response.body };
  }
  return response.arrayBuffer().then((buffer) => ({ status, headers, body: new Uint8Array(buffer) }));
}
