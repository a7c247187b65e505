/**
 * Free loopback ports for the managed services. They are drawn below the range from which Linux takes the ports of
 * outgoing connections (32768 up), so that a service that died finds its port still free when it is started again.
 */

import { randomInt } from 'node:crypto';
import net from 'node:net';

const LOWEST = 15_000;
const HIGHEST = 32_000;

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<NodeJS.ErrnoException | null>} why it cannot be listened on, or null when it can
 */
export function whyNotFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/**
 * @param {number} count
 * @returns {Promise<number[]>} that many different ports
 */
export async function freePorts(count) {
  const ports = new Set();
  for (let attempt = 0; ports.size < count; attempt += 1) {
    if (attempt > 1000) throw new Error(`Expected to find ${count} free ports, but 1000 tries were not enough`);
    const port = randomInt(LOWEST, HIGHEST);
    if (!ports.has(port) && (await whyNotFree(port)) === null) ports.add(port);
  }
  return [...ports];
}
