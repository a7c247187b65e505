// Owns the pages for anybody: choose a tenant, report, look a receipt up, add to it. Answers are pages, also refusals.

import { addByReceipt } from '../portal/add-by-receipt';
import { AddressLimit } from '../portal/address-limit';
import { type Ask, askOf, bodyOfPage, first, sendPage } from '../portal/ask';
import { newEntry, readEntry } from '../portal/entry-token';
import { choicePage, tenantPage } from '../portal/first-pages';
import type { PageFrame } from '../portal/page-frame';
import { type PortalTenant, portalTenant, portalTenants } from '../portal/portal-settings';
import { caseOfReceipt, codeOf, evenly, lookUpReceipt } from '../portal/receipt-look-up';
import { askCodePage, statusPage } from '../portal/receipt-page';
import { reportPages } from '../portal/report-page';
import { outsideOffers } from '../portal/start-outside';
import { takeReport } from '../portal/take-report';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { forVisitor, type RouteContext } from './respond';

const ADDITIONS_AN_HOUR = 20;
const additions = new AddressLimit();

export default {
  choose: forVisitor(async (platform, context) => {
    const ask = askOf(platform, context);
    const tenants = await portalTenants(platform.knex);
    const host = (context.request.headers?.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const own = tenants.find((tenant) => tenant.settings.hosts.includes(host));
    if (own) return firstPage(platform, context, ask, own, '/');
    const frame = frameOf(ask, null, '/', ask.say('choice.title'));
    return sendPage(context, frame, choicePage(ask, tenants));
  }),

  tenant: forVisitor(async (platform, context) => {
    const ask = askOf(platform, context);
    const tenant = await openTenant(platform, context.params.tenant);
    return firstPage(platform, context, ask, tenant, `/p/${tenant.id}`);
  }),

  report: forVisitor(async (platform, context) => {
    const ask = askOf(platform, context);
    const tenant = await openTenant(platform, context.params.tenant);
    return reportPages(platform, context, ask, tenant).show();
  }),

  sendReport: forVisitor(async (platform, context) => {
    const ask = askOf(platform, context);
    const tenant = await openTenant(platform, context.params.tenant);
    return takeReport(platform, context, ask, tenant);
  }),

  askCode: forVisitor(async (platform, context) => {
    const ask = askOf(platform, context);
    return sendPage(context, statusFrame(ask), askCodePage(ask, null, ''));
  }),

  status: forVisitor(async (platform, context) => {
    const ask = askOf(platform, context);
    const { typed } = await bodyOfPage(context);
    const code = codeOf(first(typed, 'code'));
    try {
      const answer = await lookUpReceipt(platform, code, ask.from);
      return await answerPage(platform, context, ask, code, answer, { added: false, refused: null, text: '' });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return sendPage(context, statusFrame(ask), askCodePage(ask, error, first(typed, 'code')), error.status);
    }
  }),

  add: forVisitor(async (platform, context) => {
    const ask = askOf(platform, context);
    const { typed, files } = await bodyOfPage(context);
    const code = codeOf(first(typed, 'code'));
    const entry = readEntry(ask.key, first(typed, 'entry'), 'addition', Date.now());
    let refused: ProblemError | null = null;
    try {
      const current = await evenly(() => caseOfReceipt(platform, code, ask.from));
      if (!entry || first(typed, 'website') !== '') throw sendAgain();
      if (!additions.take(ask.from, ADDITIONS_AN_HOUR)) throw tooManyAdditions();
      await addByReceipt(platform, current, entry.id, { text: first(typed, 'text'), files });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (['RECEIPT_UNKNOWN', 'TOO_MANY_WRONG_CODES'].includes(error.code))
        return sendPage(context, statusFrame(ask), askCodePage(ask, error, code), error.status);
      refused = error;
    }
    const answer = await lookUpReceipt(platform, code, ask.from);
    const text = refused ? first(typed, 'text') : '';
    return answerPage(platform, context, ask, code, answer, { added: !refused, refused, text });
  }),
};

async function openTenant(platform: Platform, id: string): Promise<PortalTenant> {
  const tenant = await portalTenant(platform.knex, id);
  if (tenant?.settings.open) return tenant;
  throw new ProblemError({
    code: 'PORTAL_NOT_FOUND',
    status: 404,
    vi: 'Không có trang này. Hãy chọn lại từ trang đầu.',
    en: 'There is no such page. Choose again from the first page.',
  });
}

async function firstPage(platform: Platform, context: RouteContext, ask: Ask, tenant: PortalTenant, address: string) {
  const offers = await outsideOffers(platform, tenant.id, 'anyone');
  const frame = frameOf(ask, tenant, address, ask.say('tenant.title', { name: tenant.name }));
  return sendPage(context, frame, tenantPage(ask, tenant, offers));
}

async function answerPage(
  platform: Platform,
  context: RouteContext,
  ask: Ask,
  code: string,
  answer: Awaited<ReturnType<typeof lookUpReceipt>>,
  addition: { added: boolean; refused: ProblemError | null; text: string },
) {
  const current = await caseOfReceipt(platform, code, ask.from);
  const tenant = await portalTenant(platform.knex, current.tenant_id);
  const entry = newEntry(ask.key, 'addition', Date.now());
  const frame = { ...statusFrame(ask), address: null };
  const zone = tenant?.timeZone ?? 'Asia/Ho_Chi_Minh';
  return sendPage(
    context,
    frame,
    statusPage(ask, code, answer, zone, { ...addition, entry }),
    addition.refused?.status ?? 200,
  );
}

const frameOf = ({ language, say }: Ask, tenant: PortalTenant | null, address: string, title: string): PageFrame => ({
  language,
  say,
  tenant,
  address,
  title,
});
const statusFrame = (ask: Ask): PageFrame => frameOf(ask, null, '/tra-cuu', ask.say('status.title'));

const sendAgain = () =>
  new ProblemError({
    code: 'SEND_AGAIN',
    status: 422,
    vi: 'Trang đã mở quá lâu nên chưa ghi được. Hãy bấm gửi lần nữa; chữ bạn đã viết vẫn còn.',
    en: 'The page was open for too long, so nothing was recorded. Send it once more; what you wrote is kept.',
  });
const tooManyAdditions = () =>
  new ProblemError({
    code: 'TOO_MANY_ADDITIONS',
    status: 429,
    vi: 'Bạn đã gửi nhiều lần trong một giờ. Hãy gửi tiếp sau, hoặc gọi điện.',
    en: 'You have sent a lot within an hour. Send the rest later, or call.',
  });
