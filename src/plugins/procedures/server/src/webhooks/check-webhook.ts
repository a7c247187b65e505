// Owns what a webhook must be: a name, kinds that exist, and an address that may be called (asked again at every call).
import { NOTICE_KINDS, type NoticeKind, type WebhookBody } from '../../../shared/notifications-contract';
import { ProblemError } from '../problems/problem-error';
import { checkAddress } from './guard-address';

const MAX_NAME = 120;
const MAX_URL = 2000;

export async function checkWebhook(body: Record<string, unknown>): Promise<Required<WebhookBody>> {
  const name = typeof body.name === 'string' ? body.name.trim() : '';
  const url = typeof body.url === 'string' ? body.url.trim() : '';
  const kinds = Array.isArray(body.kinds) ? [...new Set(body.kinds)] : [];
  const problems: { path: string; vi: string; en: string }[] = [];
  if (name === '' || name.length > MAX_NAME)
    problems.push({
      path: 'name',
      vi: `Cần tên, tối đa ${MAX_NAME} ký tự.`,
      en: `Expected a name of up to ${MAX_NAME}.`,
    });
  if (url === '' || url.length > MAX_URL)
    problems.push({ path: 'url', vi: 'Cần địa chỉ nhận.', en: 'Expected the address to call.' });
  if (kinds.length === 0 || !kinds.every((kind) => NOTICE_KINDS.includes(kind)))
    problems.push({ path: 'kinds', vi: 'Chọn ít nhất một loại thông báo.', en: 'Choose at least one kind of notice.' });
  if (problems.length > 0)
    throw new ProblemError({
      code: 'WEBHOOK_REFUSED',
      status: 422,
      vi: 'Chưa lưu: hãy sửa các mục dưới đây.',
      en: 'Expected a name, an address and kinds, but some are missing: correct what is listed.',
      detail: { problems },
    });
  await checkAddress(url);
  return { name, url, kinds: kinds as NoticeKind[], active: body.active !== false };
}
