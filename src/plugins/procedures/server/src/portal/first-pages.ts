// Owns the pages on which somebody arrives: the choice of a tenant, and a tenant's first page.

import type { Ask } from './ask';
import { type Html, html } from './html';
import { withLanguage } from './page-frame';
import type { PortalTenant } from './portal-settings';
import { inLanguage } from './portal-texts';
import type { OutsideOffer } from './start-outside';

export function choicePage({ say, language }: Ask, tenants: readonly PortalTenant[]): Html {
  return html`<h1>${say('choice.title')}</h1><p class="lead">${say('choice.lead')}</p>${
    tenants.length === 0
      ? html`<p>${say('choice.none')}</p>`
      : html`<ul class="doors">${tenants.map(
          (tenant) => html`<li><a href="${withLanguage(`/p/${tenant.id}`, language)}">${tenant.name}</a></li>`,
        )}</ul>`
  }${statusDoor({ say, language })}`;
}

export function tenantPage({ say, language }: Ask, tenant: PortalTenant, offers: readonly OutsideOffer[]): Html {
  const notice = inLanguage(tenant.settings.notice, language);
  return html`<h1>${say('tenant.title', { name: tenant.name })}</h1>${notice ? html`<p class="notice">${notice}</p>` : null}
<div class="doors">${offers.map(
    (offer) =>
      html`<a class="button" href="${withLanguage(reportAddress(tenant.id, offer), language)}">${inLanguage(offer.outside.title, language)}</a>`,
  )}</div>${offers.length === 0 ? html`<p>${say('tenant.noForm')}</p>` : null}${statusDoor({ say, language })}
${(['what', 'next', 'rights', 'how'] as const).map(
  (part) =>
    html`<section><h2>${say(`tenant.${part}.title`)}</h2><ul>${[1, 2, 3, 4]
      .map((line) => `tenant.${part}.${line}`)
      .filter((key) => say(key) !== key)
      .map((key) => html`<li>${say(key)}</li>`)}</ul></section>`,
)}`;
}

export const reportAddress = (tenantId: string, { published, start }: OutsideOffer): string =>
  `/p/${tenantId}/bao-tin/${published.read.id}/${start.event}`;

const statusDoor = ({ say, language }: Pick<Ask, 'say' | 'language'>): Html =>
  html`<p><a href="${withLanguage('/tra-cuu', language)}">${say('status.link')}</a></p>`;
