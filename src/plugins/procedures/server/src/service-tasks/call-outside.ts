// Owns one real call: to the address that was checked and no other, nowhere further, with a limit on time and size. It
// tells nobody what was sent or answered but its caller.
import { ProblemError } from '../problems/problem-error';
import { checkAddress } from '../webhooks/guard-address';
import { pinnedRequest } from '../webhooks/pinned-request';
import type { Outside, OutsideAnswer, OutsideCall } from './outside';

export const LARGEST_ANSWER = 256 * 1024;

/** Six attempts within some fifteen minutes. */
export const outside: Outside = { call: callOutside, delays: [2_000, 15_000, 60_000, 240_000, 600_000] };

async function callOutside(call: OutsideCall): Promise<OutsideAnswer> {
  const checked = await checkAddress(call.url).catch((error: unknown) => {
    if (error instanceof ProblemError) return null;
    throw error;
  });
  if (!checked) return { kind: 'refused' };
  return new Promise((resolve) => {
    let late = false;
    let connected = false;
    const request = pinnedRequest(checked, {
      method: call.method,
      headers: {
        ...call.headers,
        accept: 'application/json',
        'user-agent': 'procedures-step',
        ...(call.body === null
          ? {}
          : { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(call.body) }),
      },
    });
    const timer = setTimeout(() => {
      late = true;
      request.destroy();
    }, call.timeoutMs);
    const end = (answer: OutsideAnswer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    request.on('socket', (socket) => socket.once('connect', () => (connected = true)));
    request.on('error', () => end(late ? { kind: 'late' } : { kind: 'failed', unclear: connected }));
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const isRead = call.reads && status >= 200 && status < 300;
      if (!isRead) {
        end({ kind: 'answered', status, body: null });
        response.destroy();
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= LARGEST_ANSWER) chunks.push(chunk);
        else {
          end({ kind: 'too-large', status });
          response.destroy();
        }
      });
      response.on('end', () => end({ kind: 'answered', status, body: Buffer.concat(chunks) }));
      response.on('error', () => end(late ? { kind: 'late' } : { kind: 'failed', unclear: true }));
    });
    request.end(call.body ?? undefined);
  });
}
