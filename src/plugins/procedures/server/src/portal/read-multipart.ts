// Owns the reading of a form with files: the body is counted while it comes, given up at the limit, and taken apart in
// memory; nothing of it is ever written under a name of its own. All forms together get a bounded share of the memory.
import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../problems/problem-error';

export interface SentFile {
  /** As the sender names it; not trusted. */
  readonly name: string;
  readonly field: string;
  readonly bytes: Buffer;
  /** Why nothing of it was kept: whoever takes the files says so at their field, and what was typed stays. */
  readonly refused?: ProblemError;
}
export interface SentForm {
  readonly fields: Readonly<Record<string, string[]>>;
  readonly files: readonly SentFile[];
}

/** The name of the field that takes files. */
export const FILES = 'files';
const MOST_AT_ONCE = 200 * 1024 * 1024;
const MAX_PARTS = 200;
let inMemory = 0;

export async function readMultipart(request: IncomingMessage, contentType: string, limit: number): Promise<SentForm> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)?.slice(1).find(Boolean);
  if (!boundary) throw formUnreadable();
  const { body, isCut } = await receive(request, limit);
  const { fields, files } = partsOf(body, boundary);
  if (!isCut) return { fields, files };
  // The fields stand before the files, and are whole; of the files nobody knows which one was too much.
  return { fields, files: [{ name: '', field: '', bytes: Buffer.alloc(0), refused: formTooLarge(limit) }] };
}

async function receive(request: IncomingMessage, limit: number): Promise<{ body: Buffer; isCut: boolean }> {
  const pieces: Buffer[] = [];
  let size = 0;
  let kept = 0;
  try {
    for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += piece.length;
      // Read on, without keeping it: whoever is still sending must hear why it was too much.
      if (size > limit * 8) throw formTooLarge(limit);
      if (size > limit) continue;
      if (inMemory + piece.length > MOST_AT_ONCE) throw tooBusy();
      inMemory += piece.length;
      kept += piece.length;
      pieces.push(piece);
    }
    return { body: Buffer.concat(pieces), isCut: size > limit };
  } finally {
    inMemory -= kept;
  }
}

function partsOf(body: Buffer, boundary: string): SentForm {
  const mark = Buffer.from(`--${boundary}`);
  const between = Buffer.from(`\r\n--${boundary}`);
  const fields: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  const files: SentFile[] = [];
  let at = body.indexOf(mark);
  for (let parts = 0; at >= 0 && parts < MAX_PARTS; parts += 1) {
    const start = at + mark.length + 2;
    const end = body.indexOf(between, start - 2);
    const headEnd = body.indexOf('\r\n\r\n', start);
    if (end < 0 || headEnd < 0 || headEnd + 4 > end) break;
    const head = body.subarray(start, headEnd).toString('utf8');
    const content = body.subarray(headEnd + 4, end);
    const field = unquoted(/[;\s]name="([^"]*)"/i.exec(head)?.[1]);
    const fileName = /filename="([^"]*)"/i.exec(head)?.[1];
    if (fileName === undefined) fields[field] = [...(fields[field] ?? []), content.toString('utf8')];
    // A field for files that was left empty is sent as a file without a name.
    else if (fileName !== '' || content.length > 0) files.push({ name: unquoted(fileName), field, bytes: content });
    at = end + 2;
  }
  return { fields, files };
}

/** Browsers write a quotation mark in a name as %22. */
const unquoted = (text: string | undefined): string => (text ?? '').replaceAll('%22', '"').replace(/%0[ad]/gi, ' ');

const formUnreadable = () =>
  new ProblemError({
    code: 'FORM_UNREADABLE',
    vi: 'Không đọc được nội dung gửi lên. Hãy tải lại trang rồi gửi lại.',
    en: 'Expected a form, but what was sent cannot be read. Load the page again and send it once more.',
  });

const formTooLarge = (limit: number) => {
  const most = Math.floor(limit / 1024 / 1024);
  const words = {
    vi: `Các tệp gửi kèm lớn hơn ${most} MB nên chưa có gì được ghi. Hãy bỏ bớt tệp hoặc chọn ảnh nhỏ hơn rồi gửi lại; chữ bạn đã viết vẫn còn.`,
    en: `Expected files of at most ${most} MB together, so nothing was recorded. Take smaller or fewer files and send again; what you wrote is kept.`,
  };
  const detail = { problems: [{ path: FILES, ...words }] };
  return new ProblemError({ code: 'FORM_TOO_LARGE', status: 413, ...words, detail });
};

const tooBusy = () =>
  new ProblemError({
    code: 'TOO_MANY_FORMS_AT_ONCE',
    status: 503,
    vi: 'Đang có quá nhiều người gửi tệp cùng lúc. Hãy quay lại và gửi sau một phút, hoặc gửi không kèm tệp.',
    en: 'Too many people are sending files at this moment. Go back and send it in a minute, or without files.',
  });
