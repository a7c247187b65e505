import type { Bilingual, IncidentView } from '../../../../shared/contracts';

/** What an incident's type means to a person who runs the place, and what to do. */
const BY_TYPE: Record<string, Bilingual> = {
  JOB_NO_RETRIES: {
    vi: 'Một bước đã thử hết số lần mà không xong. Xem nguyên nhân dưới đây, sửa rồi bấm Thử lại.',
    en: 'A step has used up its attempts. See the cause below, mend it, then try again.',
  },
  EXTRACT_VALUE_ERROR: {
    vi: 'Mô hình cần một giá trị mà hồ sơ chưa có, hoặc biểu thức sai. Sửa quy trình hoặc bổ sung hồ sơ rồi bấm Thử lại.',
    en: 'The model needs a value that the case lacks, or an expression is wrong. Mend the procedure or the case, then try again.',
  },
  CONDITION_ERROR: {
    vi: 'Không nhánh nào của cổng rẽ khớp với hồ sơ. Sửa điều kiện trong quy trình rồi bấm Thử lại.',
    en: 'No branch of a gateway fits the case. Mend the conditions of the procedure, then try again.',
  },
  DECISION_EVALUATION_ERROR: {
    vi: 'Bảng quyết định không cho kết quả. Sửa bảng rồi bấm Thử lại.',
    en: 'A decision table gave no result. Mend the table, then try again.',
  },
  CALLED_DECISION_ERROR: {
    vi: 'Không gọi được bảng quyết định. Kiểm tra bảng đã phát hành chưa rồi bấm Thử lại.',
    en: 'A decision table could not be called. Check that it is published, then try again.',
  },
  CALLED_ELEMENT_ERROR: {
    vi: 'Không gọi được quy trình con. Kiểm tra quy trình con đã phát hành chưa rồi bấm Thử lại.',
    en: 'A called procedure could not be started. Check that it is published, then try again.',
  },
  UNHANDLED_ERROR_EVENT: {
    vi: 'Một bước báo lỗi mà quy trình chưa có lối xử lý. Sửa quy trình rồi bấm Thử lại.',
    en: 'A step reported an error that the procedure does not catch. Mend the procedure, then try again.',
  },
  FORM_NOT_FOUND: {
    vi: 'Không tìm thấy biểu mẫu của bước. Phát hành lại bộ quy trình rồi bấm Thử lại.',
    en: 'The form of a step was not found. Publish the package again, then try again.',
  },
  MESSAGE_SIZE_EXCEEDED: {
    vi: 'Dữ liệu của bước quá lớn so với giới hạn của engine. Báo người quản trị quy trình.',
    en: 'The data of a step exceeds what the engine takes. Tell the administrator of the procedure.',
  },
};
const UNKNOWN: Bilingual = {
  vi: 'Hồ sơ đang đứng lại ở bước này. Xem nguyên nhân dưới đây, sửa rồi bấm Thử lại.',
  en: 'The case stands still at this step. See the cause below, mend it, then try again.',
};

export function incidentWords(incident: Pick<IncidentView, 'errorType' | 'plain'>): Bilingual {
  return incident.plain ?? BY_TYPE[incident.errorType] ?? UNKNOWN;
}
