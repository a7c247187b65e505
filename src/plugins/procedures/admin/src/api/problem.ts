/**
 * api/ owns the talk with the server: requests, the shape of what went wrong, and the wait for a confirmed action.
 * This file turns whatever was thrown into words for a person.
 */
import type { Bilingual, ErrorBody, FieldProblem } from '../../../shared/contracts';

export interface Problem extends Bilingual {
  /** 0 = the server was not reached */
  status: number;
  code: string;
  problems: FieldProblem[];
  /** who has the thing now, when the server says so */
  takenBy: string | null;
  /** when the newer words were saved that stand in the way of these */
  newerAt: string | null;
}

const BY_STATUS: Record<number, Bilingual> = {
  0: {
    vi: 'Không nối được máy chủ. Nội dung vẫn còn trên màn hình; kiểm tra mạng rồi thử lại.',
    en: 'The server cannot be reached. What you typed is still here; check the network and try again.',
  },
  401: {
    vi: 'Phiên làm việc đã hết. Đăng nhập lại ở một thẻ khác rồi thử lại tại đây.',
    en: 'Your session has ended. Sign in again in another tab, then try again here.',
  },
  403: {
    vi: 'Bạn không có quyền làm việc này. Hỏi người phụ trách đơn vị nếu cần.',
    en: 'You may not do this. Ask the head of your unit if you need to.',
  },
  404: { vi: 'Không tìm thấy, hoặc bạn không được xem.', en: 'Not found, or you may not see it.' },
  409: {
    vi: 'Có người vừa thay đổi mục này. Tải lại để xem bản mới.',
    en: 'Someone has just changed this. Reload to see the new version.',
  },
  413: {
    vi: 'Nội dung gửi đi quá lớn nên chưa được nhận. Rút ngắn hoặc chia nhỏ rồi gửi lại.',
    en: 'What was sent is too large and was not taken. Shorten it or send it in parts.',
  },
  429: { vi: 'Thử quá nhiều lần. Đợi một phút rồi thử lại.', en: 'Too many attempts. Wait a minute and try again.' },
};
const UNKNOWN: Bilingual = {
  vi: 'Máy chủ gặp lỗi. Nội dung vẫn còn trên màn hình; thử lại sau ít phút.',
  en: 'The server failed. What you typed is still here; try again in a few minutes.',
};

type Loose = Record<string, unknown>;
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

function errorBodyOf(thrown: unknown): Partial<ErrorBody['error']> {
  if (!isObject(thrown) || !isObject(thrown.response) || !isObject(thrown.response.data)) return {};
  const { error } = thrown.response.data;
  return isObject(error) ? (error as Partial<ErrorBody['error']>) : {};
}

export function readProblem(thrown: unknown): Problem {
  const status = isObject(thrown) && typeof thrown.status === 'number' ? thrown.status : 0;
  // Somebody did answer, but not in our words: a proxy with a page of its own, whose status the panel's client drops.
  const isUnreadable = thrown instanceof SyntaxError;
  const reached = isUnreadable || (isObject(thrown) && (status > 0 || isObject(thrown.response)));
  const { code, vi, en, detail } = errorBodyOf(thrown);
  const fallback = isUnreadable ? UNKNOWN : (BY_STATUS[reached ? status : 0] ?? UNKNOWN);
  return {
    status,
    code: code ?? (isUnreadable ? 'UNREADABLE' : reached ? `HTTP_${status}` : 'NETWORK'),
    vi: vi ?? fallback.vi,
    en: en ?? fallback.en,
    problems: Array.isArray(detail?.problems) ? detail.problems : [],
    takenBy: typeof detail?.takenBy === 'string' ? detail.takenBy : null,
    newerAt: typeof detail?.newerAt === 'string' ? detail.newerAt : null,
  };
}

/** A refusal of the page's own, in the shape of the server's: it is read and shown like any other. */
export function refusal(code: string, { vi, en }: Bilingual): Error {
  return Object.assign(new Error(en), { status: 422, response: { status: 422, data: { error: { code, vi, en } } } });
}

/** The request was given up by the page itself: nothing to tell anyone. */
export function isAbort(thrown: unknown): boolean {
  return isObject(thrown) && thrown.name === 'AbortError';
}

/** Lost on the way, or refused for this moment only: the same may be sent again. */
export function isPassing({ status }: Problem): boolean {
  return status < 400 || status >= 500 || [401, 408, 425, 429].includes(status);
}

/** The thing is no longer the reader's: gone, done, or taken by another. */
export function isLost(problem: Problem): boolean {
  if (problem.newerAt !== null) return false;
  return problem.status === 404 || problem.status === 409 || problem.code === 'NOT_THE_ASSIGNEE';
}
