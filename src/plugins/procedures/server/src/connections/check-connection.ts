// Owns what a connection must be. A secret belongs to the host that it was entered for: whoever changes the host enters it
// again, so that nobody who cannot read it can have it sent to a place of his own.
import { type ConnectionBody, HTTP_METHODS } from '../../../shared/service-tasks-contract';
import { ProblemError } from '../problems/problem-error';
import { checkAddress } from '../webhooks/guard-address';
import { sameName } from './connection-headers';
import type { ConnectionRecord } from './connection-rows';

const TOKEN = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,60}$/;
const VALUE = /^[\x20-\x7e]{1,2000}$/;
const VARIABLE = /^[a-z_][A-Za-z0-9_]{0,59}$/i;
/** These are the platform's or the transport's. */
const OURS =
  /^(host|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|proxy-.*|idempotency-key|accept|user-agent|cookie)$/i;
const MOST_HEADERS = 10;
const MOST_SENT = 60;

interface FieldProblem {
  path: string;
  vi: string;
  en: string;
}

export async function checkConnection(
  body: Record<string, unknown>,
  before: ConnectionRecord | null,
): Promise<Required<Omit<ConnectionBody, 'version'>>> {
  const problems: FieldProblem[] = [];
  const say = (path: string, vi: string, en: string) => void problems.push({ path, vi, en });
  const name = text(body.name);
  if (name === '' || name.length > 120) say('name', 'Cần tên, tối đa 120 ký tự.', 'Expected a name of up to 120.');
  const baseUrl = text(body.baseUrl);
  if (baseUrl === '' || baseUrl.length > 500 || /[?#{}]/.test(baseUrl))
    say(
      'baseUrl',
      'Cần địa chỉ gốc, ví dụ https://he-thong.example/api, không có "?" và "#".',
      'Expected a base address as https://system.example/api, without "?" and "#".',
    );
  const methods = HTTP_METHODS.filter((one) => Array.isArray(body.methods) && body.methods.includes(one));
  if (methods.length === 0) say('methods', 'Chọn ít nhất một cách gọi.', 'Choose at least one method.');
  const sends = Array.isArray(body.sends) ? [...new Set(body.sends)] : [];
  if (sends.length > MOST_SENT || !sends.every((one) => typeof one === 'string' && VARIABLE.test(one)))
    say('sends', 'Danh sách thông tin được gửi không đúng.', 'Expected a list of variables that may leave.');
  const timeoutSeconds = Number(body.timeoutSeconds);
  if (!Number.isInteger(timeoutSeconds) || timeoutSeconds < 1 || timeoutSeconds > 30)
    say('timeoutSeconds', 'Thời gian chờ từ 1 đến 30 giây.', 'Expected 1 to 30 seconds.');
  const headers = headersOf(body.headers, { baseUrl, before }, say);
  if (problems.length > 0) throw refused(problems);
  await checkAddress(baseUrl).catch((error: unknown) => {
    if (error instanceof ProblemError) throw refused([{ path: 'baseUrl', vi: error.vi, en: error.en }]);
    throw error;
  });
  return {
    name,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    methods,
    headers,
    sends: sends as string[],
    timeoutSeconds,
    repeatable: body.repeatable === true,
    sensitive: body.sensitive === true,
    active: body.active !== false,
  };
}

function headersOf(
  value: unknown,
  { baseUrl, before }: { baseUrl: string; before: ConnectionRecord | null },
  say: (path: string, vi: string, en: string) => void,
): ConnectionBody['headers'] {
  const rows: unknown[] = Array.isArray(value) ? value : [];
  if (rows.length > MOST_HEADERS) say('headers', `Tối đa ${MOST_HEADERS} tiêu đề.`, `At most ${MOST_HEADERS} headers.`);
  const sameHost = before !== null && originOf(before.base_url) === originOf(baseUrl);
  const headers: ConnectionBody['headers'] = [];
  rows.slice(0, MOST_HEADERS).forEach((row, at) => {
    const given = (typeof row === 'object' && row !== null ? row : {}) as Record<string, unknown>;
    const name = text(given.name);
    const typed = typeof given.value === 'string' ? given.value.trim() : '';
    const secret = given.secret === true;
    const path = `headers.${at}`;
    if (!TOKEN.test(name) || OURS.test(name))
      say(path, `Tên tiêu đề "${name.slice(0, 60)}" không dùng được.`, 'Expected a header name that may be set.');
    else if (headers.some((one) => sameName(one.name, name)))
      say(path, `Tiêu đề "${name}" có hai lần.`, `Expected header "${name}" once.`);
    const kept = secret && typed === '' && before?.headers.find((one) => sameName(one.name, name))?.sealed;
    if (kept && !sameHost)
      say(
        path,
        'Máy chủ đã đổi: hãy nhập lại giá trị bí mật cho máy chủ mới.',
        'The host has changed: enter the secret again for the new one.',
      );
    else if (!kept && !VALUE.test(typed))
      say(path, 'Cần giá trị: chữ không dấu, tối đa 2.000 ký tự.', 'Expected a value: plain characters, up to 2,000.');
    headers.push(secret ? { name, secret, ...(typed ? { value: typed } : {}) } : { name, value: typed });
  });
  return headers;
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function originOf(url: string): string | null {
  try {
    return new URL(url).origin;
  } catch {
    return null;
  }
}

const refused = (problems: FieldProblem[]) =>
  new ProblemError({
    code: 'CONNECTION_REFUSED',
    status: 422,
    vi: 'Chưa lưu: hãy sửa các mục dưới đây.',
    en: 'Expected a whole connection, but something is missing or wrong: correct what is listed.',
    detail: { problems },
  });
