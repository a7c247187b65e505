// Owns what a token can be allowed, in words for the head who approves it.
import type { Bilingual } from '../../../shared/contracts';

export const SCOPES = {
  'vocabulary.read': {
    vi: 'Đọc danh mục: loại hồ sơ có thể lập, sự kiện, trạng thái',
    en: 'Read the vocabulary: what can be started, events, states',
  },
  'cases.read': {
    vi: 'Đọc tình trạng, thời hạn, mốc của hồ sơ (không có nội dung, không có tên người)',
    en: 'Read state, terms and events of cases (no content, no names)',
  },
  'cases.start': { vi: 'Lập hồ sơ mới', en: 'Start cases' },
  'cases.event': { vi: 'Ghi sự kiện vào hồ sơ', en: 'Enter events on cases' },
  'references.write': { vi: 'Ghi mã của hệ thống ngoài cho hồ sơ', en: 'Record the number of another system' },
  'packages.read': { vi: 'Tải bộ quy trình đang áp dụng', en: 'Download packages in force' },
  'packages.propose': {
    vi: 'Chạy thử và đề nghị ban hành bộ quy trình (không bao giờ tự duyệt)',
    en: 'Try packages and propose them for publication (never approves them)',
  },
  'reconciliation.read': { vi: 'Lấy danh sách và đối chiếu', en: 'Read the list and compare it' },
} as const satisfies Record<string, Bilingual>;

export type Scope = keyof typeof SCOPES;

export const isScope = (value: unknown): value is Scope => typeof value === 'string' && Object.hasOwn(SCOPES, value);
