// Owns the words of what cannot be done in a trial.
import { ProblemError } from '../problems/problem-error';

const problem = (code: string, vi: string, en: string, status = 409) => new ProblemError({ code, status, vi, en });
const list = (names: readonly string[]) => (names.length > 0 ? names.join(', ') : '–');

export const trialProblems = {
  notAStart: (event: string, starts: readonly string[]) =>
    problem(
      'TRIAL_NOT_A_START',
      `Bước đầu tiên phải là một sự kiện bắt đầu (${list(starts)}), nhưng là "${event}".`,
      `Expected the first step to be one of ${list(starts)}, but it is "${event}".`,
    ),
  notAsked: (form: string, names: readonly string[]) =>
    problem(
      'TRIAL_NOT_ASKED',
      `Biểu mẫu "${form}" không hỏi: ${list(names)}. Hãy bỏ các mục này, hoặc nhập ở bước có hỏi.`,
      `Form "${form}" does not ask for ${list(names)}: leave them out, or enter them at the step that asks.`,
      422,
    ),
  nothingDue: () =>
    problem(
      'TRIAL_NOTHING_DUE',
      'Hồ sơ không có hạn nào đang chạy.',
      'Expected a running clock, but the case has none.',
    ),
  taskNotOpen: (element: string, open: readonly string[]) =>
    problem(
      'TRIAL_TASK_NOT_OPEN',
      `Việc "${element}" chưa mở. Đang mở: ${list(open)}.`,
      `Expected task "${element}" to be open, but open are: ${list(open)}.`,
    ),
  nobodyWaits: (message: string, waits: readonly string[]) =>
    problem(
      'TRIAL_NOBODY_WAITS',
      `Không bước nào đang chờ thông điệp "${message}". Đang chờ: ${list(waits)}.`,
      `Expected a step to wait for message "${message}", but waited for are: ${list(waits)}.`,
    ),
  nobodyOf: (groups: readonly string[]) =>
    problem(
      'TRIAL_NOBODY',
      `Không có nhóm nào tên ${list(groups)} trong bộ quy trình và cơ quan này.`,
      `Expected somebody of ${list(groups)}, but neither the package nor the tenant has that group.`,
    ),
  engineSays: (message: string) =>
    problem('TRIAL_ENGINE_REFUSED', `Máy chạy quy trình từ chối: ${message}`, `The engine refused: ${message}`),
  notConfirmed: (why: string | null) =>
    problem(
      'TRIAL_NOT_CONFIRMED',
      `Máy chạy quy trình chưa xác nhận bước này${why ? `: ${why}` : ''}.`,
      `Expected the engine to confirm the step, but it did not${why ? `: ${why}` : ''}.`,
    ),
  unreadableTime: (text: string) =>
    problem(
      'TRIAL_TIME_UNREADABLE',
      `Không đọc được thời điểm hoặc khoảng thời gian "${text}" (ví dụ 2026-11-22T14:05:00+07:00, P3D, PT4H).`,
      `Expected an instant or a duration such as 2026-11-22T14:05:00+07:00, P3D or PT4H, but got "${text}".`,
      422,
    ),
  stepUnreadable: ({ vi, en }: { vi: string; en: string }) => problem('TRIAL_STEP_REFUSED', vi, en, 422),
  goesOn: () =>
    problem(
      'TRIALS_GO_ON',
      'Các kịch bản của bản thảo này còn đang chạy. Hãy đợi chạy xong (xem tình trạng của lần chạy), rồi đề nghị lại.',
      'Expected the scenarios of this draft to have been tried, but the run still goes on: wait until it is over, then propose again.',
    ),
  timersBusy: () =>
    problem(
      'TRIAL_TIMERS_BUSY',
      'Quy trình này có bộ hẹn giờ, và một lần chạy thử khác có bộ hẹn giờ đang mở. Hãy đợi lần đó kết thúc, hoặc kết thúc lần đó.',
      'Expected no other trial with timers to be open, since the trial engine has one clock. Wait for it, or end it.',
    ),
  unknown: () =>
    problem(
      'TRIAL_UNKNOWN',
      'Lần chạy thử này không còn (máy chạy thử đã tắt vì để lâu, hoặc đã khởi động lại). Hãy bắt đầu lại; các bước đã ghi vẫn còn trên trang.',
      'Expected an open trial, but it is gone: the trial engine was stopped for idleness or was started again. Begin anew.',
      404,
    ),
};
