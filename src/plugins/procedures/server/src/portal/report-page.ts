// Owns the page on which anybody reports: which form it is, its mark, and how it looks fresh or refused.

import type { RouteContext } from '../controllers/respond';
import { ProblemError } from '../problems/problem-error';
import { findForm } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import { type Ask, sendPage } from './ask';
import { entryPage } from './entry-page';
import { newEntry } from './entry-token';
import { reportAddress } from './first-pages';
import { html } from './html';
import type { PortalTenant } from './portal-settings';
import { inLanguage } from './portal-texts';
import type { Typed } from './read-form';
import { type OutsideOffer, outsideOffers } from './start-outside';

export interface RefusedReport {
  readonly typed: Typed;
  readonly refused: ProblemError;
  readonly hadFiles: boolean;
  /** The same entry goes on; null: a new one. */
  readonly entry: string | null;
}

export function reportPages(platform: Platform, context: RouteContext, ask: Ask, tenant: PortalTenant) {
  const offer = async (): Promise<OutsideOffer> => {
    const offers = await outsideOffers(platform, tenant.id, 'anyone');
    const found = offers.find(
      ({ published, start }) => published.read.id === context.params.package && start.event === context.params.event,
    );
    if (found) return found;
    throw new ProblemError({
      code: 'PORTAL_NOT_FOUND',
      status: 404,
      vi: 'Không có trang này. Hãy chọn lại từ trang đầu.',
      en: 'There is no such page. Choose again from the first page.',
    });
  };
  const purpose = `${tenant.id}/${context.params.package}/${context.params.event}`;
  return {
    offer,
    purpose,
    show: async (given: RefusedReport | null = null) => {
      const found = await offer();
      const form = findForm(found.published, found.outside.form);
      if (!form) throw new Error(`Expected the form ${found.outside.form} in the package, but it is not there`);
      const title = inLanguage(found.outside.title, ask.language);
      const address = reportAddress(tenant.id, found);
      const content = entryPage(ask, {
        title,
        lead: html`<p class="lead">${ask.say('report.lead')}</p><details><summary>${ask.say('report.safety.title')}</summary>${[
          1, 2, 3, 4,
        ]
          .map((line) => `report.safety.${line}`)
          .filter((key) => ask.say(key) !== key)
          .map((key) => html`<p>${ask.say(key)}</p>`)}</details>`,
        address,
        form,
        entry: given?.entry ?? newEntry(ask.key, purpose, Date.now()),
        typed: given?.typed ?? null,
        refused: given?.refused ?? null,
        hadFiles: given?.hadFiles ?? false,
        asksAboutFacts: true,
        send: ask.say('report.send'),
      });
      const frame = { language: ask.language, say: ask.say, tenant, address, title };
      return sendPage(context, frame, content, given?.refused.status ?? 200);
    },
  };
}
