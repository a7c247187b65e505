// Owns the sentences by which a file is refused: what was expected, what came, what to do.
import { ProblemError } from '../problems/problem-error';
import { takenExtensions } from './file-kinds';

const taken = takenExtensions.join(', ');
const mega = (bytes: number) => (bytes / 1024 / 1024).toLocaleString('vi-VN', { maximumFractionDigits: 1 });

export const fileTooLarge = (limit: number) =>
  new ProblemError({
    code: 'FILE_TOO_LARGE',
    status: 413,
    vi: `Tệp lớn hơn ${mega(limit)} MB nên chưa được nhận. Hãy nén hoặc chia nhỏ tệp rồi gửi lại.`,
    en: `Expected a file of at most ${mega(limit)} MB, but this one is larger and was not kept. Compress or split it and send again.`,
    detail: { limit },
  });

export const fileEmpty = () =>
  new ProblemError({
    code: 'FILE_EMPTY',
    vi: 'Tệp rỗng nên chưa được nhận. Hãy chọn lại tệp có nội dung.',
    en: 'Expected a file with content, but it is empty. Choose another.',
  });

export const fileNameUnusable = () =>
  new ProblemError({
    code: 'FILE_NAME_UNUSABLE',
    vi: 'Không đọc được tên tệp. Hãy đổi tên tệp rồi gửi lại.',
    en: 'Expected a readable file name, but there is none. Rename the file and send it again.',
  });

export const fileKindNotTaken = (extension: string) =>
  new ProblemError({
    code: 'FILE_KIND_NOT_TAKEN',
    status: 415,
    vi: `Không nhận loại tệp "${extension || 'không có phần mở rộng'}". Các loại được nhận: ${taken}.`,
    en: `Expected one of ${taken}, but got "${extension || 'no extension'}". Convert the file and send it again.`,
    detail: { taken: takenExtensions },
  });

export const contentNotAsNamed = (extension: string) =>
  new ProblemError({
    code: 'FILE_CONTENT_NOT_AS_NAMED',
    status: 415,
    vi: `Nội dung tệp không phải là ".${extension}" như tên tệp ghi, nên chưa được nhận. Hãy kiểm tra lại tệp gốc.`,
    en: `Expected the content of a ".${extension}" file, but it is something else. Check the original.`,
  });

export const fileHoldsMacros = () =>
  new ProblemError({
    code: 'FILE_HOLDS_MACROS',
    status: 415,
    vi: 'Tệp có chứa macro (lệnh tự chạy) nên chưa được nhận. Hãy lưu lại không kèm macro, hoặc lưu thành PDF.',
    en: 'Expected a document without macros, but this one holds some. Save it without them, or as PDF.',
  });

export const fileUnpacksTooFar = (unpacked: number) =>
  new ProblemError({
    code: 'FILE_UNPACKS_TOO_FAR',
    status: 422,
    vi: `Tệp bung ra lớn bất thường (khoảng ${mega(unpacked)} MB, hoặc quá nhiều phần) như tệp nén phá hoại, nên chưa được nhận. Hãy mở tệp gốc, lưu lại thành tệp mới hoặc lưu thành PDF.`,
    en: `Expected a document that unpacks to a size of its kind, but this one unpacks to about ${mega(unpacked)} MB or too many parts, like a zip bomb. Save the original again, or as PDF.`,
  });

export const fileHoldsArchive = (name: string) =>
  new ProblemError({
    code: 'FILE_HOLDS_ARCHIVE',
    status: 422,
    vi: `Trong tệp có một tệp nén khác ("${name.slice(0, 80)}") nên chưa được nhận. Hãy bỏ tệp nén ấy ra, gửi riêng từng tệp bên trong.`,
    en: `Expected a document without archives in it, but it holds "${name.slice(0, 80)}". Take it out and send what is in it file by file.`,
  });

export const fileInfected = () =>
  new ProblemError({
    code: 'FILE_INFECTED',
    status: 422,
    vi: 'Tệp có dấu hiệu mã độc nên bị từ chối và không được lưu. Đừng mở tệp; hãy báo người phụ trách công nghệ thông tin.',
    en: 'The file carries a virus signature: it was refused and not kept. Do not open it; tell whoever looks after your computers.',
  });

export const uploadBroken = () =>
  new ProblemError({
    code: 'UPLOAD_BROKEN',
    vi: 'Tệp chưa tới đủ nên chưa được lưu. Hãy kiểm tra mạng rồi gửi lại.',
    en: 'Expected the whole file, but the connection ended before. Check the network and send it again.',
  });

export const uploadNotStreamed = () =>
  new ProblemError({
    code: 'UPLOAD_NOT_STREAMED',
    status: 415,
    vi: 'Hãy gửi nội dung tệp với kiểu application/octet-stream và tên tệp ở tiêu đề X-File-Name.',
    en: 'Expected the bytes of the file as application/octet-stream with its name in X-File-Name, but got another content type.',
  });
