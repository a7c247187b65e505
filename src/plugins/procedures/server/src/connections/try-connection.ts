// Owns the trial of a connection: is the address allowed, does anybody answer, how fast. Nothing of a case goes along.
import { randomUUID } from 'node:crypto';
import type { ConnectionTest } from '../../../shared/service-tasks-contract';
import type { Platform } from '../runtime/platform';
import type { OutsideAnswer } from '../service-tasks/outside';
import { openHeaders } from './connection-headers';
import type { ConnectionRecord } from './connection-rows';

export async function tryConnection(platform: Platform, connection: ConnectionRecord): Promise<ConnectionTest> {
  const began = performance.now();
  const answer = await platform.outside.call({
    caseId: '',
    elementId: '',
    url: `${connection.base_url}/`,
    method: connection.methods.includes('GET') ? 'GET' : 'HEAD',
    headers: { ...openHeaders(platform, connection), 'idempotency-key': `try-${randomUUID()}` },
    body: null,
    timeoutMs: connection.timeout_seconds * 1000,
    reads: false,
  });
  const milliseconds = Math.round(performance.now() - began);
  const status = 'status' in answer ? answer.status : null;
  return { ok: isReached(answer), status, milliseconds, words: wordsOf(answer) };
}

/** The root of an API often answers 404 or 405: whoever says so is there, and has let us in. */
const isReached = (answer: OutsideAnswer): boolean =>
  answer.kind === 'answered' && (answer.status < 300 || answer.status === 404 || answer.status === 405);

function wordsOf(answer: OutsideAnswer): ConnectionTest['words'] {
  if (answer.kind === 'refused')
    return { vi: 'Địa chỉ không được phép hoặc không tìm thấy máy chủ.', en: 'The address is not allowed or unknown.' };
  if (answer.kind === 'late')
    return { vi: 'Không trả lời trong thời gian chờ.', en: 'No answer within the time allowed.' };
  if (answer.kind === 'failed' || answer.kind === 'no-trial-answer')
    return { vi: 'Không kết nối được.', en: 'No connection.' };
  const { status } = answer;
  if (isReached(answer)) return { vi: `Có trả lời (HTTP ${status}).`, en: `It answers (HTTP ${status}).` };
  if (status === 401 || status === 403)
    return { vi: `Máy chủ từ chối khóa truy cập (HTTP ${status}).`, en: `The key is refused (HTTP ${status}).` };
  if (status >= 300 && status < 400)
    return { vi: `Máy chủ chuyển sang địa chỉ khác (HTTP ${status}).`, en: `It sends us elsewhere (HTTP ${status}).` };
  return { vi: `Máy chủ báo lỗi (HTTP ${status}).`, en: `It reports a fault (HTTP ${status}).` };
}
