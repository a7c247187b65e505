// Owns one call: to the address that was checked and no other, signed, without following anywhere, with little patience.
import { ProblemError } from '../problems/problem-error';
import { checkAddress } from './guard-address';
import { pinnedRequest } from './pinned-request';
import { signature } from './secret';

const TIMEOUT_MS = 10_000;

export interface CallAnswer {
  ok: boolean;
  code: number | null;
  answer: string;
}

export async function callWebhook(call: {
  url: string;
  secret: string;
  deliveryId: string;
  body: string;
  now: Date;
}): Promise<CallAnswer> {
  try {
    const checked = await checkAddress(call.url);
    const timestamp = String(Math.floor(call.now.getTime() / 1000));
    const code = await new Promise<number>((resolve, reject) => {
      const request = pinnedRequest(checked, {
        method: 'POST',
        timeout: TIMEOUT_MS,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(call.body),
          'user-agent': 'procedures-webhook',
          'x-procedures-delivery': call.deliveryId,
          'x-procedures-timestamp': timestamp,
          'x-procedures-signature': signature(call.secret, timestamp, call.body),
        },
      });
      const tooLong = setTimeout(
        () => request.destroy(new Error(`No answer within ${TIMEOUT_MS / 1000} s`)),
        TIMEOUT_MS,
      );
      request.on('response', (response) => {
        clearTimeout(tooLong);
        resolve(response.statusCode ?? 0);
        // The answer's body is nobody's business.
        response.destroy();
      });
      request.on('error', (error) => {
        clearTimeout(tooLong);
        reject(error);
      });
      request.end(call.body);
    });
    return { ok: code >= 200 && code < 300, code, answer: `HTTP ${code}` };
  } catch (error) {
    const answer = error instanceof ProblemError ? error.en : (error as Error).message;
    return { ok: false, code: null, answer: answer.slice(0, 500) };
  }
}
