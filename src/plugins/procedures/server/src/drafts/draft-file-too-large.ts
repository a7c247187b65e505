// Owns the refusal of a file that is larger than a draft takes.
import { ProblemError } from '../problems/problem-error';

export const draftFileTooLarge = () =>
  new ProblemError({
    code: 'DRAFT_FILE_TOO_LARGE',
    status: 413,
    vi: 'Tệp lớn hơn 5 MB nên chưa được lưu. Hãy tách sơ đồ thành các quy trình con trong tệp riêng; nội dung vẫn còn trên màn hình.',
    en: 'Expected at most 5 MB, but the file is larger and was not saved. Split it into files; what you drew is still on the screen.',
  });
