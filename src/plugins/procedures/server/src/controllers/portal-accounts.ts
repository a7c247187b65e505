// Owns the pages of accounts: sign in and out, choose a password, the unit's own items, hand something over, do what is asked.

import { recordRead } from '../audit/record-read';
import { handOverAddress, itemPage, ownPage, passwordPage, signInPage } from '../portal/account-pages';
import { type Ask, askOf, bodyOfPage, first, type SentBody, sendPage } from '../portal/ask';
import { entryPage } from '../portal/entry-page';
import { newEntry, readEntry } from '../portal/entry-token';
import { handOver, offerOf, offersOf } from '../portal/hand-over';
import { html } from '../portal/html';
import { ownItem, ownItems } from '../portal/own-items';
import { type PageFrame, withLanguage } from '../portal/page-frame';
import type { PortalAccount } from '../portal/portal-account';
import { type PortalTenant, portalTenant } from '../portal/portal-settings';
import { inLanguage } from '../portal/portal-texts';
import { receivedPage, shownInstant } from '../portal/receipt-page';
import { csrfOf, endSession, openSession } from '../portal/session';
import { choosePassword, signIn, signOut } from '../portal/sign-in';
import { answerTask } from '../portal/task-answer';
import { ProblemError } from '../problems/problem-error';
import { findForm, type PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { TaskRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { forAccount, forVisitor, type RouteContext } from './respond';

export default {
  signIn: forVisitor(async (platform, context) => {
    const ask = askOf(platform, context);
    return sendPage(context, doorFrame(ask, '/cong/dang-nhap', 'account.title'), signInPage(ask, null, ''));
  }),

  openSession: forVisitor(async (platform, context) => {
    const ask = askOf(platform, context);
    const { typed } = await bodyOfPage(context);
    try {
      openSession(platform, context, await signIn(platform, ask.from, first(typed, 'name'), typed.password?.[0] ?? ''));
      return goTo(context, ask, '/cong');
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const frame = doorFrame(ask, '/cong/dang-nhap', 'account.title');
      return sendPage(context, frame, signInPage(ask, error, first(typed, 'name')), error.status);
    }
  }),

  password: forVisitor(async (platform, context) => {
    const ask = askOf(platform, context);
    return sendPage(context, doorFrame(ask, '/cong/dat-mat-khau', 'password.title'), passwordPage(ask, null, ''));
  }),

  choosePassword: forVisitor(async (platform, context) => {
    const ask = askOf(platform, context);
    const { typed } = await bodyOfPage(context);
    const name = first(typed, 'name');
    try {
      const password = typed.password?.[0] ?? '';
      openSession(platform, context, await choosePassword(platform, ask.from, name, first(typed, 'code'), password));
      return goTo(context, ask, '/cong');
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const frame = doorFrame(ask, '/cong/dat-mat-khau', 'password.title');
      return sendPage(context, frame, passwordPage(ask, error, name), error.status);
    }
  }),

  closeSession: forAccount(async (platform, actor, context) => {
    const own = await ownOf(platform, actor, context);
    requireOwnForm(own, await bodyOfPage(context));
    await signOut(platform, own.account);
    endSession(context);
    return goTo(context, own.ask, '/cong/dang-nhap');
  }),

  list: forAccount(async (platform, actor, context) => {
    const own = await ownOf(platform, actor, context);
    const page = Math.min(1000, Math.max(1, Math.floor(Number(context.query.page)) || 1));
    const { items, hasMore } = await ownItems(platform, actor, page);
    const offers = await offersOf(platform, actor);
    const list = { offers, items, page, hasMore, timeZone: own.tenant.timeZone };
    return sendPage(context, own.frame('/cong', own.ask.say('own.title')), ownPage(own.ask, list));
  }),

  form: forAccount((platform, actor, context) => handOverPage(platform, actor, context, null)),

  handOver: forAccount(async (platform, actor, context) => {
    const own = await ownOf(platform, actor, context);
    const sent = await bodyOfPage(context);
    const token = first(sent.typed, 'entry');
    try {
      requireOwnForm(own, sent);
      const offer = await offerOf(platform, actor, context.params.package, context.params.event);
      const entry = readEntry(own.ask.key, token, purposeOf(actor, handOverAddress(offer)), Date.now());
      if (!entry) throw openTooLong();
      const started = await handOver(platform, actor, offer, entry.id, sent, own.tenant.timeZone);
      const at = shownInstant(platform.clock.now(), own.tenant.timeZone);
      const content = html`${receivedPage(own.ask, { code: started.receiptCode, unit: null, at })}<p><a class="button" href="${withLanguage(`/cong/ho-so/${started.caseId}`, own.ask.language)}">${own.ask.say('item.open')}</a></p>`;
      return sendPage(context, own.frame(null, own.ask.say('received.title')), content);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status === 404) throw error;
      return handOverPage(platform, actor, context, { refused: error, sent });
    }
  }),

  item: forAccount((platform, actor, context) => itemAnswer(platform, actor, context, context.params.id, null, null)),

  answer: forAccount(async (platform, actor, context) => {
    const own = await ownOf(platform, actor, context);
    const sent = await bodyOfPage(context);
    const { id, task } = context.params;
    const { tasks } = await ownItem(platform, actor, id);
    try {
      requireOwnForm(own, sent);
      if (!tasks.some((one) => one.id === task)) return itemAnswer(platform, actor, context, id, null, null);
      await answerTask(platform, actor, task, sent, own.tenant.timeZone);
      return itemAnswer(platform, actor, context, id, null, own.ask.say('item.done'));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status === 404) throw error;
      return itemAnswer(platform, actor, context, id, { taskId: task, refused: error, sent }, null);
    }
  }),
};

interface Own {
  readonly ask: Ask;
  readonly account: PortalAccount;
  readonly tenant: PortalTenant;
  readonly csrf: string;
  frame(address: string | null, title: string): PageFrame;
}

async function ownOf(platform: Platform, actor: Actor, context: RouteContext): Promise<Own> {
  const ask = askOf(platform, context);
  const account = context.state.session as PortalAccount;
  const tenant = await portalTenant(platform.knex, actor.tenantId);
  if (!tenant) throw new Error(`Expected the tenant ${actor.tenantId} of an actor to exist, but it does not`);
  const csrf = csrfOf(ask.key, account);
  return {
    ask,
    account,
    tenant,
    csrf,
    frame: (address, title) => ({
      language: ask.language,
      say: ask.say,
      tenant,
      address,
      title,
      account: { name: actor.fullName, csrf },
    }),
  };
}

function requireOwnForm({ csrf }: Own, { typed }: SentBody): void {
  if (first(typed, 'csrf') !== csrf) throw openTooLong();
}

async function handOverPage(
  platform: Platform,
  actor: Actor,
  context: RouteContext,
  given: { refused: ProblemError; sent: SentBody } | null,
) {
  const own = await ownOf(platform, actor, context);
  const offer = await offerOf(platform, actor, context.params.package, context.params.event);
  const address = handOverAddress(offer);
  const title = inLanguage(offer.outside.title, own.ask.language);
  const purpose = purposeOf(actor, address);
  const token = given ? first(given.sent.typed, 'entry') : '';
  const content = entryPage(own.ask, {
    title,
    lead: html`<p class="lead">${own.ask.say('handOver.lead')}</p><p><a href="${withLanguage(`/p/${own.tenant.id}`, own.ask.language)}">${own.ask.say('handOver.elsewhere')}</a></p>`,
    address,
    form: findForm(offer.published, offer.outside.form) ?? { components: [] },
    entry: readEntry(own.ask.key, token, purpose, Date.now()) ? token : newEntry(own.ask.key, purpose, Date.now()),
    csrf: own.csrf,
    typed: given?.sent.typed ?? null,
    refused: given?.refused ?? null,
    hadFiles: (given?.sent.files.length ?? 0) > 0,
    asksAboutFacts: false,
    send: own.ask.say('handOver.send'),
  });
  return sendPage(context, own.frame(address, title), content, given?.refused.status ?? 200);
}

async function itemAnswer(
  platform: Platform,
  actor: Actor,
  context: RouteContext,
  id: string,
  given: { taskId: string; refused: ProblemError; sent: SentBody } | null,
  done: string | null,
) {
  const own = await ownOf(platform, actor, context);
  const { item, current, tasks } = await ownItem(platform, actor, id);
  await recordRead(platform, actor, 'case', current.id);
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const forms = tasks.map((task) => taskForm(own, published, task, given?.taskId === task.id ? given : null));
  const title = item.bookNo ? own.ask.say('own.number', { number: item.bookNo }) : own.ask.say('own.noNumber');
  const content = itemPage(own.ask, item, own.tenant.timeZone, forms, done);
  return sendPage(context, own.frame(`/cong/ho-so/${id}`, title), content, given?.refused.status ?? 200);
}

function taskForm(
  own: Own,
  published: PublishedPackage,
  task: TaskRecord,
  given: { refused: ProblemError; sent: SentBody } | null,
) {
  const title = published.read.manifest.elements[task.element_id]?.title;
  const address = `/cong/ho-so/${task.case_id}/viec/${task.id}`;
  return html`<section class="task">${entryPage(own.ask, {
    title: title ? inLanguage(title, own.ask.language) : task.title,
    lead: null,
    address,
    form: findForm(published, task.form_id) ?? { components: [] },
    entry: '',
    csrf: own.csrf,
    typed: given?.sent.typed ?? null,
    refused: given?.refused ?? null,
    hadFiles: (given?.sent.files.length ?? 0) > 0,
    asksAboutFacts: false,
    send: own.ask.say('item.send'),
    within: `t-${task.id}-`,
  })}</section>`;
}

/** An entry that somebody else opened is not this person's. */
const purposeOf = (actor: Actor, address: string): string => `${actor.personId} ${address}`;

const doorFrame = (ask: Ask, address: string, title: string): PageFrame => ({
  language: ask.language,
  say: ask.say,
  tenant: null,
  address,
  title: ask.say(title),
  account: null,
});

function goTo(context: RouteContext, ask: Ask, address: string): undefined {
  context.redirect(withLanguage(address, ask.language));
  // What comes next is read, whatever was sent before.
  context.status = 303;
  return undefined;
}

const openTooLong = () =>
  new ProblemError({
    code: 'SEND_AGAIN',
    status: 422,
    vi: 'Trang đã mở quá lâu nên chưa ghi được. Hãy bấm gửi lần nữa; chữ bạn đã viết vẫn còn.',
    en: 'The page was open for too long, so nothing was recorded. Send it once more; what you wrote is kept.',
  });
