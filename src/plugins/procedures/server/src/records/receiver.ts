// Owns the listener that the exporters post to: as much of Elasticsearch as Zeebe's exporter asks for. It never is a
// route of the public port. A bulk is acknowledged only after its commit; on any failure the answer is 503, and the
// exporter sends the same bulk again until it is acknowledged.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basicAuth } from './basic-auth';
import { type BulkItem, parseBulk } from './parse-bulk';
import type { RecordsLog } from './types';

export interface ReceiverOptions {
  host: string;
  port: number;
  username: string;
  password: string;
  /** Default 64 MiB: the exporter sends at 10 MB, and one record may have 4 MB more. */
  bodyLimit?: number;
  store(items: BulkItem[]): Promise<void>;
  log: RecordsLog;
}

export interface Receiver {
  url: string;
  address: { host: string; port: number };
  close(): Promise<void>;
}

const STORED = '{"errors":false,"items":[]}';
const VERSION = '{"name":"procedures","version":{"number":"8.9.2"},"tagline":"You Know, for Search"}';

export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const admits = basicAuth(options.username, options.password);
  const server = createServer((request, response) => {
    if (!admits(request.headers.authorization)) {
      request.resume();
      response.setHeader('WWW-Authenticate', 'Basic realm="records"');
      answer(response, 401, '{"error":"Expected the exporter\'s user and password"}');
      return;
    }
    handle(request, response, options).catch((error: unknown) => {
      options.log.error(`Expected to store a bulk of records, but ${messageOf(error)}; it will be sent again`);
      answer(response, 503, '{"errors":true,"items":[]}');
    });
  });
  // The exporter keeps its connection; closing an idle one would cost it a failed bulk and a wait.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 120_000;
  await listen(server, options.host, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host}:${port}`,
    address: { host: options.host, port },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2_000).unref();
      }),
  };
}

async function handle(request: IncomingMessage, response: ServerResponse, options: ReceiverOptions): Promise<void> {
  const { method, url = '/' } = request;
  const path = url.split('?', 1)[0];
  if (method === 'POST' && (path === '/_bulk' || path.endsWith('/_bulk'))) {
    const body = await readBody(request, options.bodyLimit ?? 64 * 1024 * 1024);
    if (body === 'too large') return answer(response, 413, '{"errors":true,"items":[]}');
    if (body === 'cut off') return;
    let items: BulkItem[];
    try {
      items = parseBulk(body);
    } catch (error) {
      options.log.error(`Expected a bulk of records, but ${messageOf(error)}; nothing of it was acknowledged`);
      return answer(response, 400, '{"errors":true,"items":[]}');
    }
    await options.store(items);
    return answer(response, 200, STORED);
  }
  request.resume();
  // Templates, settings and lifecycle policies are Elasticsearch's concern: we have tables.
  if (method === 'PUT') return answer(response, 200, '{"acknowledged":true}');
  if (method === 'HEAD') return answer(response, 200, '');
  if (method === 'GET') return answer(response, 200, path === '/' ? VERSION : '{}');
  return answer(response, 405, '{}');
}

function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'too large' | 'cut off'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
    });
    request.on('end', () => resolve(size > limit ? 'too large' : Buffer.concat(chunks, size)));
    // The sender went away in the middle: nothing was stored, and it will send all of it again.
    request.on('close', () => resolve('cut off'));
    request.on('error', () => resolve('cut off'));
  });
}

function answer(response: ServerResponse, status: number, body: string): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'X-Elastic-Product': 'Elasticsearch',
  });
  response.end(body);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
