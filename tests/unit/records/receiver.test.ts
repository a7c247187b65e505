import { connect } from 'node:net';
import type { BulkItem } from '../../../src/plugins/procedures/server/src/records/parse-bulk';
import { type Receiver, startReceiver } from '../../../src/plugins/procedures/server/src/records/receiver';
import { bulkOf, record } from './record';

let receiver: Receiver;
let stored: BulkItem[][];
let store: (items: BulkItem[]) => Promise<void>;

beforeEach(async () => {
  stored = [];
  store = async (items) => {
    stored.push(items);
  };
  receiver = await startReceiver({
    host: '127.0.0.1',
    port: 0,
    username: 'exporter',
    password: 'right',
    bodyLimit: 10_000,
    store: (items) => store(items),
    log: { info() {}, warn() {}, error() {} },
  });
});
afterEach(() => receiver.close());

const headers = (password = 'right') => ({
  Authorization: `Basic ${Buffer.from(`exporter:${password}`).toString('base64')}`,
});
const call = (method: string, path: string, body?: Buffer, password?: string) =>
  fetch(`${receiver.url}${path}`, { method, headers: headers(password), body: body?.toString() });
const bulk = bulkOf([record('JOB', 'CREATED', 1, { type: 't' }), record('JOB', 'COMPLETED', 2, { type: 't' })]);

test('a stored bulk is acknowledged in the words of Elasticsearch', async () => {
  const response = await call('POST', '/_bulk', bulk);
  expect([response.status, await response.text()]).toEqual([200, '{"errors":false,"items":[]}']);
  expect(stored.map((items) => items.map(({ record: { position } }) => position))).toEqual([['1', '2']]);
});

test('a bulk that could not be stored is not acknowledged, so that it is sent again', async () => {
  store = () => Promise.reject(new Error('the database is away'));
  expect((await call('POST', '/_bulk', bulk)).status).toBe(503);
});

test('the answer waits for the commit', async () => {
  let asked: (commit: () => void) => void;
  const storing = new Promise<() => void>((resolve) => {
    asked = resolve;
  });
  store = () => new Promise((resolve) => asked(resolve));
  let answered = false;
  const response = call('POST', '/_bulk', bulk).then((value) => {
    answered = true;
    return value;
  });
  const commit = await storing;
  // Another request goes all the way meanwhile.
  await call('GET', '/');
  expect(answered).toBe(false);
  commit();
  expect((await response).status).toBe(200);
});

test('nobody without the password is heard', async () => {
  expect((await call('POST', '/_bulk', bulk, 'wrong')).status).toBe(401);
  expect((await fetch(`${receiver.url}/_bulk`, { method: 'POST', body: bulk.toString() })).status).toBe(401);
  expect((await fetch(receiver.url)).status).toBe(401);
  expect(stored).toEqual([]);
});

test('what is not a bulk of records is refused as a whole', async () => {
  expect((await call('POST', '/_bulk', Buffer.from('{"index":{}}\n{}\n'))).status).toBe(400);
  expect((await call('POST', '/_bulk', bulk.subarray(0, bulk.length - 40))).status).toBe(400);
  expect(stored).toEqual([]);
});

test('a body beyond the limit is refused', async () => {
  expect((await call('POST', '/_bulk', Buffer.alloc(20_000, ' '))).status).toBe(413);
});

test('half a delivery leaves nothing', async () => {
  await new Promise<void>((resolve) => {
    const socket = connect(receiver.address.port, receiver.address.host, () => {
      socket.write(
        `POST /_bulk HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers().Authorization}\r\nContent-Length: ${bulk.length}\r\n\r\n`,
      );
      socket.write(bulk.subarray(0, bulk.length / 2), () => socket.destroy());
    });
    socket.on('close', () => resolve());
  });
  expect((await call('POST', '/_bulk', bulk)).status).toBe(200);
  expect(stored).toHaveLength(1);
});

test('templates, settings and greetings are answered as the exporter expects', async () => {
  expect(await (await call('PUT', '/_component_template/x')).json()).toEqual({ acknowledged: true });
  expect(await (await call('PUT', '/x/_settings')).json()).toEqual({ acknowledged: true });
  expect(await (await call('GET', '/')).json()).toMatchObject({ version: { number: expect.any(String) } });
  expect((await call('HEAD', '/')).status).toBe(200);
  expect((await call('DELETE', '/x')).status).toBe(405);
});
