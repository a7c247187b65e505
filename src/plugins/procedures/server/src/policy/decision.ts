// Owns the answer of the policy: yes, or no with a reason that a person can read.
import { ProblemError } from '../problems/problem-error';

export interface Refusal {
  readonly allowed: false;
  readonly code: string;
  /** 404 where even the existence is not to be known, else 403 (or 409 where the moment is wrong, not the person). */
  readonly status: 403 | 404 | 409;
  readonly vi: string;
  readonly en: string;
}
export type Decision = { readonly allowed: true } | Refusal;

export const ALLOWED: Decision = { allowed: true };

const refusal = (status: Refusal['status'], code: string, vi: string, en: string): Refusal => ({
  allowed: false,
  code,
  status,
  vi,
  en,
});

/** Another tenant's, or restricted to others: the same answer as for an id that does not exist. */
export const NOT_FOUND = refusal(
  404,
  'NOT_FOUND',
  'Không tìm thấy nội dung này. Hãy kiểm tra lại đường dẫn.',
  'Expected an existing item, but none was found: check the address.',
);
export const ROLE_REFUSED = refusal(
  403,
  'ROLE_NOT_ALLOWED',
  'Vai trò của bạn không được làm việc này. Hãy liên hệ người phụ trách phân quyền.',
  'Expected a role that may do this, but yours may not: ask whoever assigns roles.',
);
export const NO_CONTENT_FOR_ROLE = refusal(
  403,
  'ROLE_SEES_NO_CONTENT',
  'Tài khoản quản trị và kiểm tra không xem nội dung hồ sơ. Hãy dùng tài khoản nghiệp vụ nếu bạn được giao.',
  'Expected an account of staff, but administrators and auditors see no content: use your own work account.',
);
export const UNIT_REFUSED = refusal(
  403,
  'UNIT_NOT_CONCERNED',
  'Đơn vị của bạn không tham gia hồ sơ này nên không xem được nội dung.',
  'Expected a unit that takes part in the case, but yours does not.',
);
export const NOT_OWNER_UNIT = refusal(
  403,
  'UNIT_DOES_NOT_ANSWER',
  'Chỉ đơn vị chủ trì ghi nhận việc này; đơn vị chủ trì, cấp trên và nơi nhận được xem. Hãy liên hệ đơn vị chủ trì.',
  'Expected somebody of the unit that answers for it (to read: also of units above it and of recipients).',
);
export const OWN_PROPOSAL = refusal(
  403,
  'OWN_PROPOSAL',
  'Bạn là người đề nghị nên người khác phải duyệt. Hãy nhờ thủ trưởng đơn vị hoặc quản trị viên khác.',
  'Expected a second person, but you proposed it yourself: ask a head of a unit or another administrator.',
);
export const NOT_AN_APPROVER = refusal(
  403,
  'NOT_AN_APPROVER',
  'Chỉ thủ trưởng đơn vị hoặc quản trị viên quy trình được duyệt ban hành.',
  'Expected a head of a unit or an administrator of procedures to decide on this, but you are neither.',
);
export const NOT_CANDIDATE = refusal(
  403,
  'NOT_A_CANDIDATE',
  'Công việc này giao cho nhóm khác. Hãy chọn công việc của nhóm bạn.',
  'Expected a member of the candidate groups of the task, but you are not one.',
);
export const DIFFERENT_PERSON = refusal(
  403,
  'DIFFERENT_PERSON_REQUIRED',
  'Bạn, hoặc người mà bạn làm thay, đã làm bước liên quan của hồ sơ này nên người khác phải làm bước này.',
  'Expected a different person, but you, or whom you act for, did the step that this one checks.',
);
export const NOT_OPEN = refusal(
  409,
  'TASK_NOT_OPEN',
  'Công việc không còn mở. Hãy tải lại danh sách.',
  'Expected an open task, but it is no longer open: reload the list.',
);
export const ALREADY_CLAIMED = refusal(
  409,
  'TASK_ALREADY_CLAIMED',
  'Người khác đã nhận công việc này. Hãy chọn công việc khác hoặc đề nghị lãnh đạo trả lại.',
  'Expected an unclaimed task, but somebody has claimed it: choose another, or ask the head to release it.',
);
export const NOT_ASSIGNEE = refusal(
  403,
  'NOT_THE_ASSIGNEE',
  'Chỉ người đã nhận công việc mới làm được. Hãy nhận công việc trước.',
  'Expected the person who claimed the task, but you are not: claim it first.',
);
export const PROTECTED_FILE = refusal(
  403,
  'FILE_IS_PROTECTED',
  'Tệp này được bảo vệ: chỉ người gửi, người đứng đầu đơn vị thụ lý và người đã được duyệt mới mở được.',
  'Expected whoever added the file, the head of the handling unit or somebody approved: the file is protected.',
);
export const NOT_OWN_FILE = refusal(
  403,
  'NOT_YOUR_FILE',
  'Chỉ người đã gửi tệp hoặc người đứng đầu đơn vị thụ lý mới rút được tệp này.',
  'Expected whoever added the file, or the head of the handling unit, but you are neither.',
);
export const NOT_OWN_NOTE = refusal(
  403,
  'NOT_YOUR_NOTE',
  'Chỉ người viết hoặc người đứng đầu đơn vị thụ lý mới rút được ghi chú này.',
  'Expected the author of the note, or the head of the handling unit, but you are neither.',
);

export const QUESTION_CLOSED = refusal(
  409,
  'QUESTION_CLOSED',
  'Yêu cầu này đã được trả lời, trả lại hoặc rút. Hãy tải lại trang để xem kết quả.',
  'Expected an open question, but it was answered, sent back or withdrawn: reload the page.',
);
export const NOT_THE_ASKER = refusal(
  403,
  'NOT_THE_ASKER',
  'Chỉ người đã hỏi hoặc người đứng đầu đơn vị hỏi mới làm được việc này.',
  'Expected whoever asked, or the head of the asking unit, but you are neither.',
);
export const QUESTION_TAKEN = refusal(
  409,
  'QUESTION_TAKEN',
  'Người khác trong đơn vị đã nhận trả lời yêu cầu này. Hãy trao đổi với người đó hoặc đề nghị lãnh đạo.',
  'Expected a question that nobody has taken, but a colleague has: talk to them or ask the head.',
);

export const NOT_HEAD = refusal(
  403,
  'NOT_THE_HEAD',
  'Chỉ lãnh đạo đơn vị được giao việc, hoặc lãnh đạo cấp trên khi đôn đốc, mới làm được. Hãy đề nghị lãnh đạo của bạn.',
  'Expected the head of a unit that the task was given to (or a leader above, to remind), but you are not: ask yours.',
);
export const NOT_CASE_HEAD = refusal(
  403,
  'NOT_HEAD_OF_HANDLING_UNIT',
  'Chỉ lãnh đạo đơn vị đang thụ lý hồ sơ mới làm được việc này. Hãy đề nghị lãnh đạo của bạn.',
  'Expected the head of the unit that handles the case, but you are not: ask yours.',
);
export const NO_BOARD = refusal(
  403,
  'NO_BOARD',
  'Bàn điều hành dành cho người đứng đầu, người theo dõi đơn vị cấp dưới và đơn vị thường trực. Việc của bạn ở mục Việc của tôi.',
  'Expected somebody who leads, oversees or follows a unit, but you do not: your work is under Việc của tôi.',
);
export const NOT_PRESSING = refusal(
  403,
  'UNIT_NOT_FOLLOWED',
  'Chỉ lãnh đạo cấp trên của đơn vị và đơn vị thường trực gửi văn bản đôn đốc cho đơn vị này.',
  'Expected a leader above the unit, or the standing unit, but you are neither.',
);
export const ANSWERED_ALREADY = refusal(
  409,
  'REMINDER_ANSWERED',
  'Văn bản đôn đốc này đã được trả lời. Hãy tải lại danh sách.',
  'Expected a reminder that waits for an answer, but it has one: reload the list.',
);
export const NOT_ONESELF = refusal(
  403,
  'NOT_FOR_ONESELF',
  'Không ai tự làm việc này cho chính mình. Hãy để người có thẩm quyền khác làm.',
  'Expected another person, but nobody does this for oneself: ask somebody else who may.',
);
export const OFFICE_WITHOUT_POSITION = refusal(
  403,
  'OFFICE_WITHOUT_POSITION',
  'Tài khoản quản trị và kiểm tra không giữ chức vụ nghiệp vụ. Hãy lập tài khoản nghiệp vụ riêng.',
  'Expected an account of staff, but administrators and auditors hold no position: make an account of staff.',
);
export const NOT_APPOINTED_HERE = refusal(
  403,
  'DEPUTY_OF_OTHER_UNIT',
  'Người làm thay phải đang giữ chức vụ trong chính đơn vị đó.',
  'Expected a deputy who holds a position in the same unit, but this person does not.',
);
export const NOT_A_CUSTODIAN = refusal(
  403,
  'NOT_A_CUSTODIAN',
  'Chỉ người được giao giữ khóa niêm phong mới làm được việc này. Hãy liên hệ lãnh đạo đơn vị.',
  'Expected a custodian of sealed identities, but you are not one: ask the head of the unit.',
);
export const REQUEST_DECIDED = refusal(
  409,
  'REQUEST_NOT_PENDING',
  'Đề nghị này đã được xét, đã rút hoặc đã hết hạn. Hãy tải lại danh sách.',
  'Expected a request that waits for a decision, but it was decided, taken back or ended: reload the list.',
);
export const IDENTITY_CLOSED = refusal(
  409,
  'IDENTITY_CLOSED',
  'Danh tính đang được niêm phong: đề nghị chưa được chấp thuận hoặc thời gian đọc đã hết. Hãy đề nghị lại nếu còn cần.',
  'Expected an opened identity, but the request is not approved or its time is over: ask again if you still need it.',
);
export const NOT_RUNG = refusal(
  403,
  'NOT_RUNG',
  'Báo động này không gọi bạn. Người đang trực hoặc lãnh đạo đơn vị mới nhận được tin này.',
  'Expected somebody whom the alarm rings for, or the head of the unit, but you are neither.',
);
export const NOT_PLANNER = refusal(
  403,
  'NOT_A_PLANNER',
  'Chỉ lãnh đạo đơn vị hoặc nhóm được giao mới lập lịch trực. Hãy đề nghị lãnh đạo đơn vị.',
  'Expected the head of the unit, or a group that may form the roster, but you are neither: ask the head.',
);

/** Throws the refusal as a problem that a route answers with. */
export function requireAllowed(decision: Refusal): never;
export function requireAllowed(decision: Decision): void;
export function requireAllowed(decision: Decision): void {
  if (decision.allowed) return;
  throw new ProblemError({ code: decision.code, status: decision.status, vi: decision.vi, en: decision.en });
}
