/** One keep-alive HTTP/1.1 connection that costs its user next to nothing: the machine is for the server. */
import { once } from 'node:events';
import { connect } from 'node:net';

export interface RawConnection {
  /** The whole response: status line, headers and body. One request at a time. */
  send(request: string): Promise<string>;
  close(): void;
}

export async function rawConnection(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.setNoDelay(true);
  socket.setEncoding('latin1');
  let received = '';
  let settle: { resolve: (response: string) => void; reject: (error: Error) => void } | undefined;
  socket.on('data', (chunk: string) => {
    received += chunk;
    const end = received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(received.slice(0, end))?.[1] ?? 0);
    if (received.length < end + 4 + length) return;
    const response = received;
    received = '';
    settle?.resolve(response);
  });
  socket.on('error', (error) => settle?.reject(error));
  socket.on('close', () => settle?.reject(new Error('the server closed the connection')));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}
