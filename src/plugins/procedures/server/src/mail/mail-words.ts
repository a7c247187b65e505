// Owns the words of e-mails, in both languages: general ones only, for nothing of a case but number and term leaves here.
import type { NoticeKind } from '../../../shared/notifications-contract';
import type { LocalText } from '../packages/types';

export type Language = 'vi' | 'en';

export const KIND_WORDS: Readonly<Record<NoticeKind, LocalText>> = {
  CLOCK_AMBER: { vi: 'Hạn sắp đến', en: 'A term is near' },
  CLOCK_DUE: { vi: 'Quá hạn', en: 'A term is overdue' },
  CLOCK_ESCALATED: { vi: 'Quá hạn, báo cấp trên', en: 'An overdue term goes above' },
  ASSIGNED: { vi: 'Việc được giao', en: 'Work was assigned' },
  DIRECTION: { vi: 'Đôn đốc, chỉ đạo', en: 'A direction was given' },
  ADDED: { vi: 'Có thông tin bổ sung', en: 'Something was added' },
  MENTION: { vi: 'Được nhắc đến', en: 'You are mentioned' },
  QUESTION: { vi: 'Yêu cầu phối hợp giữa các đơn vị', en: 'A question between units' },
  REQUIRED: { vi: 'Phải thông báo theo quy định', en: 'Somebody must be told' },
  APPROVAL: { vi: 'Đề nghị chờ xét và kết quả', en: 'What waits for approval, and decisions' },
  REMINDER: { vi: 'Nhắc việc', en: 'A reminder' },
  REPORT: { vi: 'Báo cáo', en: 'A report' },
  IDENTITY_REQUEST: { vi: 'Thông báo', en: 'A notice' },
  ALARM: { vi: 'Báo động: có tin khẩn', en: 'Alarm: an urgent case' },
  STEP: { vi: 'Thông báo của quy trình', en: 'A notice of the procedure' },
  SYSTEM: { vi: 'Vận hành hệ thống', en: 'Operation of the system' },
};

/** About these a mail says nothing but that there is something. */
export const NEUTRAL_KINDS: readonly NoticeKind[] = ['IDENTITY_REQUEST'];

export const WORDS = {
  neutral: {
    vi: 'Bạn có 1 thông báo cần xem trong hệ thống',
    en: 'You have 1 notice to look at in the system',
  },
  neutralMore: {
    vi: 'và {n} thông báo khác cần xem trong hệ thống',
    en: 'and {n} more to look at in the system',
  },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  open: { vi: 'Mở trong hệ thống', en: 'Open it in the system' },
  case: { vi: 'Hồ sơ số', en: 'Case number' },
  noNumber: { vi: 'chưa có số', en: 'without a number yet' },
  term: { vi: 'Thời hạn', en: 'Term' },
  due: { vi: 'đến hạn', en: 'due' },
  settings: { vi: 'Đổi cách nhận thông báo', en: 'Change how you are told' },
  digest: { vi: 'Tổng hợp công việc', en: 'Digest of work' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  today: { vi: 'Đến hạn hôm nay', en: 'Due today' },
  amber: { vi: 'Sắp đến hạn', en: 'Due soon' },
  fresh: { vi: 'Thông báo mới', en: 'New notices' },
  byName: { vi: 'Bạn nhận vì được gửi đích danh', en: 'You are told by name' },
  worksIn: { vi: 'Bạn nhận vì làm việc ở {unit}', en: 'You are told as working in {unit}' },
  oversees: { vi: 'Bạn nhận vì phụ trách {unit}', en: 'You are told as overseeing {unit}' },
  others: { vi: 'và {n} mục khác', en: 'and {n} more' },
} as const satisfies Record<string, LocalText>;
