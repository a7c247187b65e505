// Owns a system of somebody else's for tests: a real HTTP server on loopback that notes every call and answers as it is told.
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OutsideCall {
  method: string;
  url: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

export interface OtherSystem {
  baseUrl: string;
  stop(): Promise<void>;
}

/** `calls`: every call is put there, in the order in which they come. */
export async function otherSystem(
  calls: OutsideCall[],
  reply: (call: OutsideCall, response: http.ServerResponse) => void,
  host = '127.0.0.1',
): Promise<OtherSystem> {
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const call = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      calls.push(call);
      reply(call, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, () => resolve()));
  return {
    baseUrl: `http://${host}:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
