// Owns what no text of a request may hold, whichever route it goes to: a null character or half of a surrogate pair, which
// the database does not keep, and a nest so deep that nobody has typed it. Refused at the door, before anything is written.
import { ProblemError } from './problem-error';

const UNSTORABLE = /\0|\p{Surrogate}/u;
/** Forms, models and content go about twenty deep. */
const MAX_DEPTH = 64;

interface Part {
  value: unknown;
  path: string;
  depth: number;
}

/** Throws for a body that cannot be kept as it was sent. Walked without recursion: depth is the sender's. */
export function refuseUnstorable(body: unknown): void {
  const open: Part[] = [{ value: body, path: '', depth: 0 }];
  for (let part = open.pop(); part; part = open.pop()) {
    const { value, path, depth } = part;
    if (typeof value === 'string' && UNSTORABLE.test(value)) throw unstorable(path);
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    if (depth >= MAX_DEPTH) throw tooDeep();
    for (const [key, child] of Object.entries(value)) {
      if (UNSTORABLE.test(key)) throw unstorable(path);
      if (typeof child === 'string' || (typeof child === 'object' && child !== null))
        open.push({ value: child, path: path === '' ? key : `${path}.${key}`, depth: depth + 1 });
    }
  }
}

/** Throws for an address with a null character in it: no thing is called so. */
export function refuseUnstorableAddress(path: string): void {
  if (/%00|\0/.test(path)) throw unstorable('');
}

function unstorable(path: string): ProblemError {
  const sentence = {
    vi: 'Nội dung có ký tự hỏng (ký tự rỗng, hoặc nửa biểu tượng cảm xúc) mà hệ thống không lưu được nên chưa ghi gì. Hãy xóa chỗ đó và gõ lại; phần còn lại vẫn còn trên màn hình.',
    en: 'Expected text that can be kept, but it holds a broken character (a null, or half of an emoji), so nothing was recorded. Delete it and type it again; the rest is still here.',
  };
  // Forms know their fields without the envelope around them.
  const field = path.replace(/^values\./, '');
  return new ProblemError({
    code: 'TEXT_UNSTORABLE',
    ...sentence,
    detail: path === '' ? undefined : { problems: [{ path: field, ...sentence }] },
  });
}

const tooDeep = (): ProblemError =>
  new ProblemError({
    code: 'BODY_TOO_DEEP',
    vi: `Nội dung gửi lên lồng nhau quá ${MAX_DEPTH} tầng nên chưa ghi gì. Hãy gửi lại theo đúng mẫu.`,
    en: `Expected at most ${MAX_DEPTH} levels in what is sent, but there are more, so nothing was recorded. Send it as the form has it.`,
  });
