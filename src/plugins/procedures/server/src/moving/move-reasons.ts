// Owns the words for why a case cannot be moved now, and what to know before it is.
import type { MoveReason } from '../../../shared/moving-contract';

type Words = (title: string) => { vi: string; en: string };

const REASONS = {
  NOT_ACTIVE: () => ({
    vi: 'Hồ sơ chưa chạy xong bước bắt đầu hoặc đã kết thúc.',
    en: 'The case has not begun, or has ended.',
  }),
  ACT_STAGED: () => ({
    vi: 'Một thao tác trên hồ sơ đang được ghi. Thử lại sau ít giây.',
    en: 'An act on the case is being written. Try again in a few seconds.',
  }),
  INSIDE_MULTI_INSTANCE: (title) => ({
    vi: `Đang ở bước lặp cho nhiều mục "${title}": chưa chuyển được cho tới khi bước này xong.`,
    en: `It is inside "${title}", which is repeated for several items: not movable until that is done.`,
  }),
  IN_TRANSACTION: (title) => ({
    vi: `Đang ở trong giao dịch "${title}": chưa chuyển được cho tới khi giao dịch xong.`,
    en: `It is inside the transaction "${title}": not movable until that is done.`,
  }),
  INTERRUPTED_SCOPE: (title) => ({
    vi: `Đang ở nhánh "${title}" đã ngắt các bước khác: nếu tạo lại, quy trình sẽ chờ lại sự kiện đã xảy ra. Hãy để nhánh này xong.`,
    en: `It is inside "${title}", which has interrupted all else: created anew, it would wait again for what has happened.`,
  }),
  SCOPE_TWICE: (title) => ({
    vi: `"${title}" đang mở hai lần cùng lúc: chưa chuyển được cho tới khi còn một.`,
    en: `"${title}" is open twice at the same time: not movable until one is left.`,
  }),
  IN_CALLED_PROCESS: (title) => ({
    vi: `Đang ở giữa quy trình được gọi từ bước "${title}", không phải ở bước chờ đầu tiên của nó: chưa chuyển được.`,
    en: `It is in the middle of the process that "${title}" calls, not at its first wait: not movable now.`,
  }),
  AUTOMATIC_STEP: (title) => ({
    vi: `Bước tự động "${title}" đang chạy hoặc bị lỗi: nếu tạo lại, việc bên ngoài có thể bị làm hai lần. Hãy chờ hoặc xử lý sự cố trước.`,
    en: `The automatic step "${title}" is running or has failed: created anew it might act twice. Wait, or mend the incident first.`,
  }),
  PASSING: (title) => ({
    vi: `Hồ sơ đang đi qua "${title}". Thử lại sau ít giây.`,
    en: `The case is just passing "${title}". Try again in a few seconds.`,
  }),
  COMPENSATION_PENDING: (title) => ({
    vi: `Việc hoàn tác cho bước "${title}" còn có thể được gọi; phiên bản tạo lại sẽ không nhớ việc này.`,
    en: `What undoes "${title}" may still be called for, and an instance created anew would not know of it.`,
  }),
  TIMER_NEAR: (title) => ({
    vi: `Hẹn giờ "${title}" sắp đến trong vài phút tới. Thử lại sau khi đã đến giờ.`,
    en: `Timer "${title}" is due within minutes. Try again when it has fired.`,
  }),
  TIMER_RESTARTS: (title) => ({
    vi: `Hẹn giờ "${title}" sẽ chạy lại từ đầu.`,
    en: `Timer "${title}" starts anew.`,
  }),
  ELEMENT_GONE: (title) => ({
    vi: `Phiên bản mới không còn bước "${title}": hãy chọn bước thay thế.`,
    en: `The new version has no step "${title}": choose one in its place.`,
  }),
  KIND_CHANGED: (title) => ({
    vi: `Bước "${title}" trong phiên bản mới là loại khác: hãy chọn bước thay thế cùng loại.`,
    en: `Step "${title}" is of another kind in the new version: choose one of the same kind.`,
  }),
  TARGET_NOT_ENTERABLE: (title) => ({
    vi: `Không thể đặt hồ sơ vào bước "${title}" của phiên bản mới: bước này nằm trong bước lặp, giao dịch hoặc nhánh ngắt.`,
    en: `A case cannot be put at "${title}" of the new version: it lies in a repeated step, a transaction or an interrupting branch.`,
  }),
  LOCALS_LOST: (title) => ({
    vi: `"${title}" giữ dữ liệu riêng, nhưng phiên bản mới không còn chỗ cho dữ liệu đó.`,
    en: `"${title}" holds data of its own, and the new version has no place for it.`,
  }),
  GUARDRAIL: (title) => ({
    vi: `Chỗ được chọn sẽ bỏ qua bước luật định "${title}" mà hồ sơ chưa làm.`,
    en: `The chosen place would pass by the statutory step "${title}", which the case has not done.`,
  }),
} satisfies Record<string, Words>;

export type MoveReasonCode = keyof typeof REASONS;

export function moveReason(code: MoveReasonCode, title = ''): MoveReason {
  const words: Words = REASONS[code];
  return { code, ...words(title) };
}
