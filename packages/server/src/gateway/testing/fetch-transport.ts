/** A transport over anything that answers as `fetch` does. */
import type { Transport } from '../upstream/transport.ts';
import { tooLong } from '../upstream/transport.ts';

export type UpstreamFetch = (url: string, init: RequestInit) => Promise<Response>;

export function fetchTransport(fetch: UpstreamFetch): Transport {
  return async ({ url, headers, form, signal, mostBytes }) => {
    const init = { headers, signal, redirect: 'error' } as const;
    const response = await fetch(url, form === undefined ? init : { ...init, method: 'POST', body: form });
    const chunks: Uint8Array[] = [];
    let size = 0;
    const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader();
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      chunks.push(part.value);
      size += part.value.byteLength;
      if (size > mostBytes) throw tooLong(mostBytes);
    }
    return {
      status: response.status,
      header: (name) => response.headers.get(name) ?? undefined,
      body: Buffer.concat(chunks),
    };
  };
}
