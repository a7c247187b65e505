// Owns the reading of what a drawing says of a step that the platform does itself: its task headers, and what is wrong
// with them. Pure; the check, the drafts and whoever does the step read it here.
import {
  HTTP_JOB,
  HTTP_METHODS,
  type HttpMethodName,
  LONGEST_NOTICE,
  NOTIFY_JOB,
  type NotifyTask,
  RESULT_TYPES,
  type ResultField,
  type SentField,
  type ServiceTask,
} from '../../../shared/service-tasks-contract';
import { extensionOf, listOf, textOf } from './model-elements';
import type { LocalText } from './types';

export interface HeaderProblem extends LocalText {
  header: string;
}
export interface ReadServiceTask {
  /** null: it cannot be done like this. */
  task: ServiceTask | null;
  problems: HeaderProblem[];
}
export interface DrawnServiceTask extends ReadServiceTask {
  type: string;
}

type Headers = Readonly<Record<string, string | undefined>>;

const NAME = /^[a-z_][A-Za-z0-9_]{0,59}$/i;
const FIELD = /^[A-Za-z_][A-Za-z0-9_.-]{0,59}$/;
const WAY = /^[A-Za-z0-9_-]{1,60}(\.[A-Za-z0-9_-]{1,60}){0,9}$/;
const CONNECTION = /^[a-z][a-z0-9-]{0,59}$/;
/** No host, no scheme, no way up, no break: what is below the connection's own address. */
const PATH = /^\/(?!\/)[\w\-./~%:@!$'()*+,;=?&{}]*$/;
const LONGEST_PATH = 500;
const MOST_FIELDS = 30;

/** Of a drawn element; null: nobody's job (no task definition at all). */
export function drawnServiceTask(element: ModdleElement): DrawnServiceTask | null {
  const type = textOf(extensionOf(element, 'zeebe:TaskDefinition'), 'type');
  if (type === null) return null;
  const holder = extensionOf(element, 'zeebe:TaskHeaders');
  const pairs = (holder ? listOf(holder, 'values') : []).map((one) => [textOf(one, 'key'), textOf(one, 'value')]);
  return { type, ...readServiceTask(type, Object.fromEntries(pairs)) };
}

export function readServiceTask(type: string, headers: Headers): ReadServiceTask {
  if (type === NOTIFY_JOB) return notifyTask(headers);
  if (type === HTTP_JOB) return httpTask(headers);
  return { task: null, problems: [] };
}

/** Variables that a text with `{variable}` names. */
export const namesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')),
];

function notifyTask(headers: Headers): ReadServiceTask {
  const task: NotifyTask = {
    kind: 'notify',
    to: headers.to?.trim() ?? '',
    text: headers.text?.trim() ?? '',
    urgent: headers.urgent === 'true',
  };
  const problems: HeaderProblem[] = [];
  if (task.to === '') problems.push({ header: 'to', vi: 'chưa chọn người nhận', en: 'nobody is chosen to be told' });
  if (task.text === '' || task.text.length > LONGEST_NOTICE)
    problems.push({
      header: 'text',
      vi: `nội dung thông báo phải có, dài nhất ${LONGEST_NOTICE} ký tự`,
      en: `the text must be there, of at most ${LONGEST_NOTICE} characters`,
    });
  return { task: problems.length > 0 ? null : task, problems };
}

function httpTask(headers: Headers): ReadServiceTask {
  const problems: HeaderProblem[] = [];
  const say = (header: string, vi: string, en: string) => void problems.push({ header, vi, en });
  const connection = headers.connection?.trim() ?? '';
  if (!CONNECTION.test(connection)) say('connection', 'chưa chọn kết nối', 'no connection is chosen');
  const method = (headers.method?.trim() || 'GET') as HttpMethodName;
  if (!HTTP_METHODS.includes(method))
    say(
      'method',
      `cách gọi phải là ${HTTP_METHODS.join(', ')}`,
      `the method must be one of ${HTTP_METHODS.join(', ')}`,
    );
  const path = headers.path?.trim() || '/';
  if (!PATH.test(path) || path.length > LONGEST_PATH || path.split(/[/?]/).includes('..'))
    say(
      'path',
      'đường dẫn phải bắt đầu bằng "/", không có tên máy và không có ".."',
      'the path must begin with "/", without a host and without ".."',
    );
  const body = rowsOf<SentField>(headers.body, isSent);
  if (!body) say('body', 'danh sách thông tin gửi không đúng', 'the list of what is sent is not right');
  else if (body.length > 0 && method === 'GET')
    say('body', 'cách gọi GET không gửi thông tin trong thân', 'GET sends nothing in a body');
  const result = rowsOf<ResultField>(headers.result, isResult);
  if (!result) say('result', 'danh sách kết quả nhận không đúng', 'the list of results is not right');
  else if (new Set(result.map((one) => one.name)).size !== result.length)
    say('result', 'một biến nhận hai kết quả', 'a variable takes two results');
  if (problems.length > 0 || !body || !result) return { task: null, problems };
  return { task: { kind: 'http', connection, method, path, body, result }, problems };
}

/** null: not a list of such rows. */
function rowsOf<Row>(text: string | undefined, isRow: (value: Row) => boolean): Row[] | null {
  if (!text?.trim()) return [];
  try {
    const rows: unknown = JSON.parse(text);
    const fits = Array.isArray(rows) && rows.length <= MOST_FIELDS && rows.every((row) => row && isRow(row));
    return fits ? (rows as Row[]) : null;
  } catch {
    return null;
  }
}

const isSent = ({ field, variable }: SentField): boolean =>
  typeof field === 'string' && FIELD.test(field) && typeof variable === 'string' && NAME.test(variable);

const isResult = ({ name, type, path }: ResultField): boolean =>
  typeof name === 'string' &&
  NAME.test(name) &&
  RESULT_TYPES.includes(type) &&
  typeof path === 'string' &&
  WAY.test(path);
