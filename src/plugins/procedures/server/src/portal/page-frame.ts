// Owns what every page of the portal has around it: language, way out, what to do in danger, how to reach the tenant.
import { type Html, html } from './html';
import type { PortalTenant } from './portal-settings';
import type { Language, Say } from './portal-texts';
import { inLanguage } from './portal-texts';

export interface PageFrame {
  readonly language: Language;
  readonly say: Say;
  readonly tenant: PortalTenant | null;
  /** The address of this page, for the other language; null: it is an answer, which has no address of its own. */
  readonly address: string | null;
  readonly title: string;
  /** A person who has signed in sees that, and the way out. */
  readonly account?: { readonly name: string; readonly csrf: string } | null;
}

export const withLanguage = (address: string, language: Language): string =>
  language === 'en' ? `${address}${address.includes('?') ? '&' : '?'}lang=en` : address;

export function renderPage(frame: PageFrame, content: Html): string {
  const { say, language, tenant } = frame;
  const to = (address: string) => withLanguage(address, language);
  const other = language === 'vi' ? 'en' : 'vi';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${frame.title} – ${tenant?.name ?? say('site')}</title>
<link rel="stylesheet" href="/portal/portal.css">
<link rel="icon" href="data:,">
<script type="module" src="/portal/portal.js"></script>
</head>
<body>
<a class="skip" href="#content">${say('skip')}</a>
<header><div class="bar"><a class="site" href="${to(tenant ? `/p/${tenant.id}` : '/')}">${tenant?.name ?? say('site')}</a><nav aria-label="${say('language')}">${
    frame.address
      ? html`<a lang="${other}" href="${withLanguage(frame.address, other)}">${say('otherLanguage')}</a>`
      : null
  }</nav><a class="leave" id="leave" rel="noreferrer" href="${tenant?.settings.leaveTo || 'about:blank'}">${say('leave')}</a></div></header>
${tenant?.demo ? html`<p class="demo">${say('demo')}</p>` : null}
${frame.account === undefined ? html`<p class="danger"><strong>${say('danger')}</strong> <a href="tel:${say('danger.number')}">${say('danger.call')}</a></p>` : null}
${frame.account ? accountBar(frame, frame.account) : null}
<main id="content" tabindex="-1">
${content}
</main>
<footer>${tenant ? reach(frame, tenant) : null}<p><a href="${to('/tra-cuu')}">${say('status.link')}</a> · <a href="${to('/cong')}">${say('account.link')}</a> · <a href="/admin">${say('staff.link')}</a></p><p class="small">${say('footer.privacy')}</p></footer>
</body>
</html>
`.text;
}

function accountBar({ say, language }: PageFrame, account: { name: string; csrf: string }): Html {
  return html`<div class="account"><span>${account.name}</span><form method="post" action="${withLanguage('/cong/dang-xuat', language)}"><input type="hidden" name="csrf" value="${account.csrf}"><button class="plain">${say('account.signOut')}</button></form></div>`;
}

function reach({ say, language }: PageFrame, tenant: PortalTenant): Html {
  const { phone, address, hours } = tenant.settings;
  const lines: (readonly [string, Html])[] = [
    ...(phone ? [[say('reach.phone'), html`<a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>`] as const] : []),
    ...(inLanguage(address, language) ? [[say('reach.address'), html`${inLanguage(address, language)}`] as const] : []),
    ...(inLanguage(hours, language) ? [[say('reach.hours'), html`${inLanguage(hours, language)}`] as const] : []),
  ];
  if (lines.length === 0) return html``;
  return html`<h2>${tenant.name}</h2><dl>${lines.map(([term, text]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>`;
}
