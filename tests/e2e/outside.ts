/** The way out of the machine, shut: who was asked for is remembered, nobody is reached. Loopback does not go through it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a browser asks of its makers by itself, with no extension in it as well (seen in both). */
const MAKERS = /(^|\.)(google|googleapis|gstatic|gvt1|mozilla)\.(com|net|org)$/;

/** @returns the switches and preferences that send a browser through it, and the hosts that were asked for since */
export async function shutOutside() {
  const asked: string[] = [];
  const remember = (host: string): void => {
    if (!MAKERS.test(host)) asked.push(host);
  };
  const door = createServer((request, response) => {
    remember(new URL(request.url ?? '', 'http://unknown').hostname);
    response.writeHead(502).end();
  });
  // What is encrypted asks for a tunnel, which names the host and its port alone.
  door.on('connect', (request, socket) => {
    remember((request.url ?? '').replace(/:\d+$/, ''));
    socket.end('HTTP/1.1 502 Shut\r\n\r\n');
  });
  await new Promise<void>((ready) => door.listen(0, '127.0.0.1', ready));
  const { port } = door.address() as AddressInfo;
  return {
    asked,
    args: [`--proxy-server=http://127.0.0.1:${port}`],
    prefs: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
    },
    close() {
      door.closeAllConnections();
      door.close();
    },
  };
}
