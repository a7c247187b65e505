import net from 'node:net';
import { freePorts, whyNotFree } from '../../../src/local-services/free-port.mjs';

test('free ports are different, free, and below the range of outgoing connections', async () => {
  const ports = await freePorts(7);
  expect(new Set(ports).size).toBe(7);
  for (const port of ports) {
    expect(port).toBeLessThan(32_768);
    expect(await whyNotFree(port)).toBeNull();
  }
});

test('a port that another program listens on is told as such', async () => {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  expect(await whyNotFree(server.address().port)).toMatchObject({ code: 'EADDRINUSE' });
  await new Promise((resolve) => server.close(resolve));
});
