// Owns the one way of refusing a template: what is wrong, where, and what to do, in both languages.
import { ProblemError } from '../problems/problem-error';

export interface TemplateFault {
  /** The part of the document, in words, and the text around it when there is some. */
  readonly vi: string;
  readonly en: string;
}

export function templateRefused(vi: string, en: string, faults: readonly TemplateFault[] = []): ProblemError {
  return new ProblemError({
    code: 'TEMPLATE_REFUSED',
    status: 422,
    vi: `Chưa nhận mẫu này vì ${vi}. Mẫu đang dùng không thay đổi. Hãy sửa trong Word rồi tải lại.`,
    en: `Expected a usable .docx template, but ${en}. Nothing was changed. Correct it in Word and upload it again.`,
    detail: { problems: faults.map((fault, index) => ({ path: String(index), ...fault })) },
  });
}
