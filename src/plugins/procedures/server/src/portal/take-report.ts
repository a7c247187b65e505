// Owns the taking in of a report by somebody who is not signed in. It is refused only for what the form says must be there,
// and whatever is refused keeps what was typed. Machines are slowed by what people do not notice: a mark that is signed and
// has to be a few seconds old, a field that nobody sees, a bound for each address.

import { beginCase, type StartedCase } from '../cases/begin-case';
import type { RouteContext } from '../controllers/respond';
import { waitForAction } from '../outbox/find-action';
import { ProblemError } from '../problems/problem-error';
import { findForm } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import { AddressLimit } from './address-limit';
import { type Ask, bodyOfPage, first, type SentBody, sendPage } from './ask';
import { type Entry, readEntry } from './entry-token';
import { keepFiles } from './keep-files';
import type { PortalTenant } from './portal-settings';
import { readForm } from './read-form';
import { receivedPage, shownInstant } from './receipt-page';
import { reportPages } from './report-page';
import { type OutsideOffer, outsideValues } from './start-outside';

const SHORTEST_MS = 3_000;
const RECORDED_WITHIN_MS = 5_000;
const POSTS_AN_HOUR = 600;
const posts = new AddressLimit();
const reports = new AddressLimit();
/** Entries that are being written now: sent twice at the same moment, the second waits for the first. */
const underWay = new Map<string, Promise<StartedCase>>();

export async function takeReport(platform: Platform, context: RouteContext, ask: Ask, tenant: PortalTenant) {
  const pages = reportPages(platform, context, ask, tenant);
  // Before a large body is read at all.
  if (!posts.take(ask.from, POSTS_AN_HOUR)) throw tooMany();
  const sent = await bodyOfPage(context);
  const token = first(sent.typed, 'entry');
  const entry = readEntry(ask.key, token, pages.purpose, Date.now());
  const offer = await pages.offer();
  try {
    const lost = sent.files.find(({ refused }) => refused);
    if (lost?.refused) throw lost.refused;
    if (!entry) throw openTooLong();
    if (Date.now() - entry.openedAt < SHORTEST_MS || first(sent.typed, 'website') !== '') throw onceMore();
    const started = await once(entry.id, () => start(platform, ask, tenant, offer, entry, sent));
    // So that the code answers from the moment that it is read; when the engine is slow, the code is given all the same.
    await waitForAction(platform.knex, platform.settlements, started.actionId, RECORDED_WITHIN_MS);
    const frame = { language: ask.language, say: ask.say, tenant, address: null, title: ask.say('received.title') };
    const at = shownInstant(platform.clock.now(), tenant.timeZone);
    return sendPage(context, frame, receivedPage(ask, { code: started.receiptCode, unit: null, at }));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return pages.show({
      typed: sent.typed,
      refused: error,
      hadFiles: sent.files.length > 0,
      entry: entry ? token : null,
    });
  }
}

async function start(
  platform: Platform,
  ask: Ask,
  tenant: PortalTenant,
  offer: OutsideOffer,
  entry: Entry,
  { typed, files }: SentBody,
): Promise<StartedCase> {
  const form = findForm(offer.published, offer.outside.form) ?? { components: [] };
  const { values, isProtected } = await outsideValues(
    platform,
    tenant.id,
    offer,
    readForm(form, typed, tenant.timeZone),
    null,
  );
  const isNew = !(await platform.knex('procedures.cases').where({ id: entry.id }).first('id'));
  if (isNew) {
    if (!reports.take(`${tenant.id} ${ask.from}`, tenant.settings.reportsPerHour)) throw tooMany();
    const keepsFacts = first(typed, 'facts') === '1' && !isProtected;
    const place = { tenantId: tenant.id, actor: null, clientId: entry.id, caseId: null, isProtected, keepsFacts };
    await keepFiles(platform, files, place);
  }
  const { published, start: startOf } = offer;
  return beginCase(platform, {
    actor: null,
    tenantId: tenant.id,
    published,
    start: startOf,
    values: {},
    checked: values,
    clientId: entry.id,
  });
}

async function once(id: string, work: () => Promise<StartedCase>): Promise<StartedCase> {
  const known = underWay.get(id);
  if (known) return known;
  const running = work().finally(() => underWay.delete(id));
  underWay.set(id, running);
  return running;
}

const openTooLong = () =>
  new ProblemError({
    code: 'SEND_AGAIN',
    status: 422,
    vi: 'Trang đã mở quá lâu nên chưa ghi được. Hãy bấm gửi lần nữa; chữ bạn đã viết vẫn còn.',
    en: 'The page was open for too long, so nothing was recorded. Send it once more; what you wrote is kept.',
  });

const onceMore = () =>
  new ProblemError({
    code: 'SEND_ONCE_MORE',
    status: 422,
    vi: 'Hãy xem lại nội dung rồi bấm gửi lần nữa. Chúng tôi hỏi lại để máy tự động không gửi thay người.',
    en: 'Look at it again and send it once more. We ask so that machines do not send in the place of people.',
  });

const tooMany = () =>
  new ProblemError({
    code: 'TOO_MANY_REPORTS',
    status: 429,
    vi: 'Nơi bạn đang truy cập đã gửi rất nhiều tin trong một giờ. Hãy gửi lại sau, hoặc gọi điện, đến trực tiếp. Nguy hiểm thì gọi ngay số khẩn cấp ở đầu trang.',
    en: 'A great many reports have come from where you are within an hour. Send it later, call, or come in person. In danger call the emergency number on top of the page now.',
  });
