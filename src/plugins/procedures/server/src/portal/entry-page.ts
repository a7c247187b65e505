// Owns the page with a form of a package, for whoever reports and for accounts: the form, the files, what was refused, and
// the marks by which the same entry sent twice stays one.

import { attachmentLimit } from '../attachments/attachment-limit';
import { takenExtensions } from '../attachments/file-kinds';
import type { FieldProblem } from '../forms/field-problems';
import type { FormSchema } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import type { Ask } from './ask';
import { type Html, html } from './html';
import { withLanguage } from './page-frame';
import type { Typed } from './read-form';
import { FILES } from './read-multipart';
import { type FormView, renderForm, renderProblems } from './render-form';

export interface EntryPage {
  readonly title: string;
  readonly lead: Html | null;
  readonly address: string;
  readonly form: FormSchema;
  /** The mark of the entry. */
  readonly entry: string;
  readonly csrf?: string;
  readonly typed: Typed | null;
  readonly refused: unknown;
  /** Whoever reports decides what becomes of what a camera has written. */
  readonly asksAboutFacts: boolean;
  readonly hadFiles: boolean;
  readonly send: string;
  /** A form among others on its page: what its ids begin with. */
  readonly within?: string;
}

export function entryPage(ask: Ask, page: EntryPage): Html {
  const { say, language } = ask;
  const view: FormView = {
    form: page.form,
    language,
    say,
    typed: page.typed ?? {},
    problems: problemsOf(page.refused),
    isFresh: page.typed === null,
    prefix: page.within ?? 'f-',
  };
  const told = page.refused instanceof ProblemError ? page.refused[language] : null;
  const isSmall = view.problems.length > 0;
  const files = `${view.prefix}files`;
  const wrong = view.problems.filter(({ path }) => path === FILES);
  return html`${page.within ? html`<h2>${page.title}</h2>` : html`<h1>${page.title}</h1>`}${page.lead}${
    told && !isSmall ? html`<div class="problems" role="alert" tabindex="-1" id="problems"><p>${told}</p></div>` : null
  }${renderProblems(view)}${page.refused && page.hadFiles ? html`<p class="notice">${say('form.filesAgain')}</p>` : null}
<form method="post" enctype="multipart/form-data" action="${withLanguage(page.address, language)}" data-once>
<input type="hidden" name="entry" value="${page.entry}">${page.csrf ? html`<input type="hidden" name="csrf" value="${page.csrf}">` : null}
<div class="bin" aria-hidden="true"><label>${say('form.trap')}<input name="website" tabindex="-1" autocomplete="off"></label></div>
${renderForm(view)}
<div class="field${wrong.length > 0 ? ' wrong' : ''}"><label for="${files}">${say('form.files')}</label><p class="hint" id="${files}-hint">${say(
    'form.filesHint',
    {
      most: Math.floor(attachmentLimit() / 1024 / 1024),
    },
  )}</p>${
    wrong.length > 0
      ? html`<div id="${files}-problem">${wrong.map((one) => html`<p class="problem">${one[language]}</p>`)}</div>`
      : null
  }<input type="file" id="${files}" name="files" multiple${wrong.length > 0 ? html` aria-invalid="true"` : null} aria-describedby="${files}-hint${
    wrong.length > 0 ? ` ${files}-problem` : ''
  }" accept="image/*,${takenExtensions.map((one) => `.${one}`).join(',')}"></div>
${page.asksAboutFacts ? html`<div class="field"><label class="choice"><input type="checkbox" name="facts" value="1" aria-describedby="f-facts-hint"${page.typed?.facts?.[0] === '1' ? html` checked` : null}><span>${say('form.facts')}</span></label><p class="hint" id="f-facts-hint">${say('form.factsHint')}</p></div>` : null}
<button class="button">${page.send}</button>
</form>`;
}

/** The fields that a refusal names. */
function problemsOf(refused: unknown): FieldProblem[] {
  if (!(refused instanceof ProblemError)) return [];
  const problems = (refused.detail as { problems?: FieldProblem[] } | null)?.problems;
  return Array.isArray(problems) ? problems : [];
}
