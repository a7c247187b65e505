// Owns a server that breaks off now and then, as one does that is started again: a way to the running one that passes on all
// calls but the first of each method to a place. The first of those goes unanswered, each further one is answered by 502.
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runningApp } from './running-app';

export async function interruptedServer(
  place: RegExp,
): Promise<{ address: string; broken: Set<string>; end: () => void }> {
  const broken = new Set<string>();
  const server = createServer((asked, answer) => {
    const { method = '', url = '', headers } = asked;
    if (place.test(url) && !broken.has(method)) {
      broken.add(method);
      if (broken.size === 1) asked.socket.destroy();
      else answer.writeHead(502).end();
      return;
    }
    const passedOn = send(`${runningApp().baseUrl}${url}`, { method, headers }, (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers);
      came.pipe(answer);
    });
    asked.pipe(passedOn);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    broken,
    end: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
