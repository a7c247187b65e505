// Owns the words in which a direct touch of a record is refused, in the shape that Strapi's own pages understand.
import { errors } from '@strapi/utils';

export const READ_ONLY = {
  code: 'RECORD_READ_ONLY',
  vi: 'Hồ sơ nghiệp vụ chỉ thay đổi qua công việc và sự kiện của quy trình. Hãy mở công việc tương ứng.',
  en: 'Expected a change through a task or an event of the procedure, but the record was written directly: open its task.',
};
export const NOT_READABLE = {
  code: 'RECORD_NOT_READABLE',
  vi: 'Tài khoản này không được xem hồ sơ nghiệp vụ tại đây. Hãy mở hồ sơ từ trang Công việc.',
  en: 'Expected an account of staff of a tenant, but this one may not read records here: open the case from its page.',
};

export const forbidden = (reason: typeof READ_ONLY) => new errors.ForbiddenError(`${reason.vi} / ${reason.en}`, reason);
