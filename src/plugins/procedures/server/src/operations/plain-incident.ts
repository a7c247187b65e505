// Owns what an incident means, in plain words.
import type { Bilingual } from '../../../shared/contracts';
import { SERVICE_PROBLEMS, type ServiceProblem } from '../../../shared/service-tasks-contract';
import { warningsIn } from '../expressions/warning-words';

const WORDS: Record<string, Bilingual> = {
  EXTRACT_VALUE_ERROR: {
    vi: 'Một biểu thức của bước này không cho giá trị dùng được. Sửa giá trị của quy trình đang chạy, hoặc ban hành mô hình đã sửa rồi chuyển sang; sau đó bấm Thử lại.',
    en: 'An expression of this step gave no value that can be used. Mend a value of the running instance, or publish a mended model and move to it; then retry.',
  },
  CONDITION_ERROR: {
    vi: 'Không nhánh nào của điểm rẽ phù hợp. Hãy kiểm tra điều kiện của các nhánh rồi thử lại.',
    en: 'No branch of the gateway fits. Check the conditions, then retry.',
  },
  IO_MAPPING_ERROR: {
    vi: 'Dữ liệu vào hoặc ra của bước không lấy được. Hãy kiểm tra ánh xạ rồi thử lại.',
    en: 'Input or output of the step could not be taken. Check the mapping, then retry.',
  },
  JOB_NO_RETRIES: {
    vi: 'Bước tự động đã thử nhiều lần không được. Sửa nguyên nhân rồi bấm Thử lại.',
    en: 'An automatic step failed repeatedly. Mend the cause, then retry.',
  },
  CALLED_DECISION_ERROR: {
    vi: 'Không tìm thấy bảng quyết định mà bước gọi. Hãy triển khai lại bộ quy trình rồi thử lại.',
    en: 'The decision that the step calls was not found. Deploy the package again, then retry.',
  },
  DECISION_EVALUATION_ERROR: {
    vi: 'Bảng quyết định không tính được. Hãy kiểm tra bảng rồi thử lại.',
    en: 'The decision could not be evaluated. Check the table, then retry.',
  },
};

/** `message` as the engine keeps it: of a step that the platform does itself it is a code of ours. */
export function plainIncident(errorType: string, message: string): Bilingual | null {
  const known = (errorType === 'JOB_NO_RETRIES' ? serviceProblem(message) : null) ?? WORDS[errorType];
  if (!known) return null;
  // Why a value is missing, as at the trying of an expression; which names exist there is not asked about here.
  const reasons = warningsIn(message, null);
  return {
    vi: [...reasons.map(({ vi }) => vi), known.vi].join(' '),
    en: [...reasons.map(({ en }) => en), known.en].join(' '),
  };
}

export const serviceProblem = (code: string): Bilingual | null =>
  Object.hasOwn(SERVICE_PROBLEMS, code) ? SERVICE_PROBLEMS[code as ServiceProblem] : null;
