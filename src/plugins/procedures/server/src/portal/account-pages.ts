// Owns the pages of an account as markup: signing in, choosing a password, the unit's own items, one of them.
import type { ProblemError } from '../problems/problem-error';
import type { Ask } from './ask';
import { type Html, html } from './html';
import type { OwnItem } from './own-items';
import { withLanguage } from './page-frame';
import { inLanguage } from './portal-texts';
import { shownInstant } from './receipt-page';
import type { OutsideOffer } from './start-outside';

const told = (ask: Ask, refused: ProblemError | null): Html | null =>
  refused && html`<div class="problems" role="alert" tabindex="-1" id="problems"><p>${refused[ask.language]}</p></div>`;

const nameField = ({ say }: Ask, loginName: string): Html =>
  html`<div class="field"><label for="name">${say('account.name')}</label><input class="text" id="name" name="name" type="email" autocomplete="username" required value="${loginName}"></div>`;

export function signInPage(ask: Ask, refused: ProblemError | null, loginName: string): Html {
  const { say, language } = ask;
  return html`<h1>${say('account.title')}</h1><p class="lead">${say('account.lead')}</p>${told(ask, refused)}<form method="post" action="${withLanguage('/cong/dang-nhap', language)}">${nameField(ask, loginName)}<div class="field"><label for="password">${say('account.password')}</label><input class="text" id="password" name="password" type="password" autocomplete="current-password" required></div><button class="button">${say('account.signIn')}</button></form><p><a href="${withLanguage('/cong/dat-mat-khau', language)}">${say('account.first')}</a></p>`;
}

export function passwordPage(ask: Ask, refused: ProblemError | null, loginName: string): Html {
  const { say, language } = ask;
  return html`<h1>${say('password.title')}</h1><p class="lead">${say('password.lead')}</p>${told(ask, refused)}<form method="post" action="${withLanguage('/cong/dat-mat-khau', language)}">${nameField(ask, loginName)}<div class="field"><label for="code">${say('password.code')}</label><input class="text code" id="code" name="code" required autocomplete="one-time-code" autocapitalize="characters" spellcheck="false"></div><div class="field"><label for="password">${say('password.new')}</label><p class="hint" id="password-hint">${say('password.hint')}</p><input class="text" id="password" name="password" type="password" autocomplete="new-password" minlength="10" required aria-describedby="password-hint"></div><button class="button">${say('password.save')}</button></form>`;
}

export interface OwnList {
  readonly offers: readonly OutsideOffer[];
  readonly items: readonly OwnItem[];
  readonly page: number;
  readonly hasMore: boolean;
  readonly timeZone: string;
}

export function ownPage(ask: Ask, list: OwnList): Html {
  const { say, language } = ask;
  const to = (address: string) => withLanguage(address, language);
  return html`<h1>${say('own.title')}</h1><div class="doors">${list.offers.map(
    (offer) =>
      html`<a class="button" href="${to(handOverAddress(offer))}">${inLanguage(offer.outside.title, language)}</a>`,
  )}</div><h2>${say('own.list')}</h2>${
    list.items.length === 0
      ? html`<p class="empty">${say('own.none')}</p>`
      : html`<ul class="items">${list.items.map(
          (item) =>
            html`<li><a href="${to(`/cong/ho-so/${item.id}`)}">${item.bookNo ? say('own.number', { number: item.bookNo }) : say('own.noNumber')}</a>${facts(ask, item, list.timeZone)}${item.openTasks > 0 ? html`<p class="asked"><strong>${say('own.asked', { count: item.openTasks })}</strong></p>` : null}</li>`,
        )}</ul>`
  }<p class="pages">${list.page > 1 ? html`<a href="${to(`/cong?page=${list.page - 1}`)}">${say('own.newer')}</a>` : null} ${
    list.hasMore ? html`<a href="${to(`/cong?page=${list.page + 1}`)}">${say('own.older')}</a>` : null
  }</p>`;
}

/** `tasks`: what the unit is asked to do, each with its form. */
export function itemPage(ask: Ask, item: OwnItem, timeZone: string, tasks: readonly Html[], done: string | null): Html {
  const { say, language } = ask;
  return html`<p><a href="${withLanguage('/cong', language)}">${say('item.back')}</a></p><h1>${
    item.bookNo ? say('own.number', { number: item.bookNo }) : say('own.noNumber')
  }</h1>${done ? html`<p class="notice" role="status">${done}</p>` : null}${facts(ask, item, timeZone)}<p class="hint">${say('item.noContent')}</p>${tasks}`;
}

function facts({ say, language }: Ask, item: OwnItem, timeZone: string): Html {
  const shown = (at: Date) => shownInstant(at, timeZone);
  return html`<dl><div><dt>${say('own.state')}</dt><dd>${inLanguage(item.state, language) || say('own.stateUnknown')}</dd></div><div><dt>${say('own.handedOver')}</dt><dd>${shown(item.handedOverAt)}</dd></div><div><dt>${say('own.acknowledged')}</dt><dd>${
    item.acknowledgedAt ? shown(item.acknowledgedAt) : say('own.notYet')
  }</dd></div>${item.unit ? html`<div><dt>${say('status.unit')}</dt><dd>${item.unit}</dd></div>` : null}${
    item.outcome
      ? html`<div><dt>${say('own.outcome')}</dt><dd>${inLanguage(item.outcome, language)} (${shown(item.changedAt)})</dd></div>`
      : null
  }</dl>`;
}

export const handOverAddress = ({ published, start }: OutsideOffer): string =>
  `/cong/ban-giao/${published.read.id}/${start.event}`;
