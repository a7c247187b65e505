import net from 'node:net';
import { addressOf, expectPortFree } from '../../../src/local-services/app.mjs';

test('the application listens on loopback unless told otherwise', () => {
  expect(addressOf({})).toEqual({ host: '127.0.0.1', port: 1337 });
  expect(addressOf({ HOST: '0.0.0.0', PORT: '80' })).toEqual({ host: '0.0.0.0', port: 80 });
});

test('a port in use is refused in two languages, with another port to choose', async () => {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await expect(expectPortFree({ host: '127.0.0.1', port })).rejects.toMatchObject({
    vi: expect.stringContaining(`PORT=${port + 1} npm start`),
    en: expect.stringContaining(`Expected port ${port} on 127.0.0.1 to be free`),
  });
  await new Promise((resolve) => server.close(resolve));
});

test('an address that is not of this machine and a port that is no number are refused', async () => {
  await expect(expectPortFree({ host: '192.0.2.1', port: 1337 })).rejects.toMatchObject({
    en: expect.stringContaining('EADDRNOTAVAIL'),
  });
  await expect(expectPortFree({ host: '127.0.0.1', port: Number('x') })).rejects.toMatchObject({
    en: expect.stringContaining('Expected PORT to be a number'),
  });
});
