// Owns the refusals that other programs get, in both languages.
import { MAX_LIST_ROWS } from '../../../shared/integration-contract';
import { ProblemError } from '../problems/problem-error';

export const tokenNeeded = () =>
  new ProblemError({
    code: 'TOKEN_NEEDED',
    status: 401,
    vi: 'Cần mã truy cập hợp lệ trong tiêu đề Authorization: Bearer …',
    en: 'Expected a valid token in the header Authorization: Bearer …',
  });

export const tokenNotApproved = () =>
  new ProblemError({
    code: 'TOKEN_NOT_APPROVED',
    status: 403,
    vi: 'Mã truy cập chưa được người đứng đầu đơn vị duyệt.',
    en: 'Expected a token that the head of the unit has approved, but this one waits for it.',
  });

export const scopeMissing = (scope: string) =>
  new ProblemError({
    code: 'SCOPE_MISSING',
    status: 403,
    vi: `Mã truy cập không có quyền "${scope}".`,
    en: `Expected a token with the scope "${scope}", but this one lacks it.`,
    detail: { scope },
  });

export const tooManyRequests = (seconds: number) =>
  new ProblemError({
    code: 'TOO_MANY_REQUESTS',
    status: 429,
    vi: `Quá nhiều yêu cầu. Hãy thử lại sau ${seconds} giây.`,
    en: `Too many requests. Try again in ${seconds} seconds.`,
    detail: { retryAfter: seconds },
  });

export const keyNeeded = () =>
  new ProblemError({
    code: 'IDEMPOTENCY_KEY_NEEDED',
    vi: 'Cần tiêu đề Idempotency-Key (8–200 ký tự ASCII, không dấu cách), khác nhau cho mỗi việc.',
    en: 'Expected the header Idempotency-Key (8 to 200 ASCII characters, no blanks), another one for each act.',
  });

export const keyReused = () =>
  new ProblemError({
    code: 'IDEMPOTENCY_KEY_REUSED',
    status: 422,
    vi: 'Idempotency-Key này đã dùng cho một yêu cầu khác. Hãy dùng mã mới.',
    en: 'Expected the same request for the same Idempotency-Key, but this one differs. Use a new key.',
  });

export const requestInvalid = (problems: { path: string; vi: string; en: string }[]) =>
  new ProblemError({
    code: 'REQUEST_INVALID',
    vi: `Yêu cầu chưa đúng: ${problems.map((one) => one.vi).join('; ')}`,
    en: `Expected a request as the OpenAPI document says, but: ${problems.map((one) => one.en).join('; ')}`,
    detail: { problems },
  });

export const referenceTaken = (system: string) =>
  new ProblemError({
    code: 'REFERENCE_TAKEN',
    status: 409,
    vi: `Mã này của hệ thống "${system}" đã gắn với hồ sơ khác.`,
    en: `Expected a number of "${system}" that no other case has, but another one has it.`,
  });

export const periodInvalid = () =>
  new ProblemError({
    code: 'PERIOD_INVALID',
    vi: 'Thời điểm bắt đầu phải trước thời điểm kết thúc.',
    en: 'Expected `from` to be before `to`.',
  });

export const listTooLarge = () =>
  new ProblemError({
    code: 'LIST_TOO_LARGE',
    status: 413,
    vi: `Danh sách gửi lên lớn hơn 8 MB nên chưa được đối chiếu. Mỗi lần gửi tối đa ${MAX_LIST_ROWS} dòng: hãy chỉ giữ các cột mã, số sổ, thời điểm tiếp nhận và trạng thái, hoặc chia theo khoảng thời gian ngắn hơn.`,
    en: `Expected a list of at most ${MAX_LIST_ROWS} rows and 8 MB, but it is larger and was not compared. Keep only their number, the book number, the time of receipt and the state, or choose a shorter period.`,
  });

export const listTooLong = (max: number) =>
  new ProblemError({
    code: 'LIST_TOO_LONG',
    status: 413,
    vi: `Danh sách dài hơn ${max} dòng. Hãy chọn khoảng thời gian ngắn hơn.`,
    en: `Expected at most ${max} rows, but there are more. Choose a shorter period.`,
  });
