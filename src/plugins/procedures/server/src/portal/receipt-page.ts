// Owns the pages around a receipt code: the one that is shown once, the look-up, its answer, and what may be added.
import { DateTime } from 'luxon';
import type { ProblemError } from '../problems/problem-error';
import type { Ask } from './ask';
import { type Html, html } from './html';
import { withLanguage } from './page-frame';
import { inLanguage } from './portal-texts';
import type { ReceiptAnswer } from './receipt-look-up';

export const shownInstant = (at: string | Date, timeZone: string): string =>
  DateTime.fromJSDate(new Date(at), { zone: timeZone }).toFormat('dd/MM/yyyy HH:mm');

/** `code` null: taken in without a code, as the package says. */
export function receivedPage(
  { say, language }: Ask,
  given: { code: string | null; unit: string | null; at: string },
): Html {
  return html`<h1>${say('received.title')}</h1><p class="lead">${say('received.lead', { at: given.at })}</p>${
    given.code
      ? html`<div class="receipt"><p>${say('received.code')}</p><p class="code" id="receipt-code">${given.code}</p><p>${say('received.once')}</p><p class="tools"><button type="button" class="button quiet" data-copy="receipt-code" data-done="${say('received.copied')}" hidden>${say('received.copy')}</button> <button type="button" class="button quiet" data-print hidden>${say('received.print')}</button></p></div>`
      : html`<p>${say('received.noCode')}</p>`
  }<section><h2>${say('tenant.next.title')}</h2><ul>${[1, 2, 3, 4]
    .map((line) => `tenant.next.${line}`)
    .filter((key) => say(key) !== key)
    .map(
      (key) => html`<li>${say(key)}</li>`,
    )}</ul></section><p><a href="${withLanguage('/tra-cuu', language)}">${say('status.link')}</a></p>`;
}

export function askCodePage({ say, language }: Ask, refused: ProblemError | null, typed: string): Html {
  return html`<h1>${say('status.title')}</h1><p class="lead">${say('status.lead')}</p>${
    refused
      ? html`<div class="problems" role="alert" tabindex="-1" id="problems"><p>${refused[language]}</p></div>`
      : null
  }<form method="post" action="${withLanguage('/tra-cuu', language)}"><div class="field"><label for="code">${say('status.code')}</label><p class="hint" id="code-hint">${say('status.codeHint')}</p><input class="text code" id="code" name="code" value="${typed}" required autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" aria-describedby="code-hint"></div><button class="button">${say('status.look')}</button></form>`;
}

export function statusPage(
  { say, language }: Ask,
  code: string,
  answer: ReceiptAnswer,
  timeZone: string,
  addition: { entry: string; added: boolean; refused: ProblemError | null; text: string },
): Html {
  return html`<h1>${say('status.title')}</h1><div class="receipt"><p class="state">${inLanguage(answer.text, language)}</p><dl><div><dt>${say('status.date')}</dt><dd>${shownInstant(answer.date, timeZone)}</dd></div>${
    answer.unit ? html`<div><dt>${say('status.unit')}</dt><dd>${answer.unit}</dd></div>` : null
  }</dl></div>${
    answer.notes?.length
      ? html`<section><h2>${say('status.notes')}</h2>${answer.notes.map((note) => html`<div class="note"><p class="hint">${shownInstant(note.date, timeZone)}</p><p class="lines">${note.text}</p></div>`)}</section>`
      : null
  }<section id="them"><h2>${say('add.title')}</h2>${
    addition.added ? html`<p class="notice" role="status">${say('add.done')}</p>` : null
  }${
    addition.refused
      ? html`<div class="problems" role="alert" tabindex="-1" id="problems"><p>${addition.refused[language]}</p></div>`
      : null
  }<form method="post" enctype="multipart/form-data" action="${withLanguage('/tra-cuu/bo-sung', language)}" data-once><input type="hidden" name="entry" value="${addition.entry}"><input type="hidden" name="code" value="${code}"><div class="bin" aria-hidden="true"><label>${say('form.trap')}<input name="website" tabindex="-1" autocomplete="off"></label></div><div class="field"><label for="text">${say('add.text')}</label><p class="hint" id="text-hint">${say('add.hint')}</p><textarea id="text" name="text" rows="4" required maxlength="10000" aria-describedby="text-hint">
${addition.text}</textarea></div><div class="field"><label for="files">${say('form.files')}</label><input type="file" id="files" name="files" multiple></div><button class="button quiet">${say('add.send')}</button></form></section>`;
}
