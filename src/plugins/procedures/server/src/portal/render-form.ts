// Owns a form of a package as plain markup: labels, hints and options in the reader's language (English in `properties`:
// `en`, `en.description`, `en.<value>`), what was typed, and what is wrong with it. Groups fold away; nothing needs a script.

import type { FieldProblem } from '../forms/field-problems';
import { segmentsOf } from '../forms/form-field';
import { formFields } from '../forms/form-fields';
import type { FormComponent, FormSchema } from '../packages/types';
import { type FieldCondition, fieldConditions } from './field-conditions';
import { Html, html } from './html';
import type { Language, Say } from './portal-texts';

export interface FormView {
  readonly form: FormSchema;
  readonly language: Language;
  readonly say: Say;
  /** As typed, by the name of the input. */
  readonly typed: Readonly<Record<string, readonly string[]>>;
  readonly problems: readonly FieldProblem[];
  /** Nothing has been typed yet: defaults of the form are shown. */
  readonly isFresh: boolean;
  /** What the ids begin with, where one page holds several forms. */
  readonly prefix: string;
}

interface Field {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly problem: FieldProblem | undefined;
  readonly required: boolean;
  /** Whatever else is answered. */
  readonly isAsked: boolean;
}

export const renderForm = (view: FormView): Html => {
  const conditions = fieldConditions(view.form);
  return inGroups(view, view.form.components, [], conditions);
};

/** Neighbours that are asked under the same condition stand together, under a sentence that says which. */
function inGroups(
  view: FormView,
  components: readonly FormComponent[],
  above: readonly string[],
  conditions: ReadonlyMap<string, FieldCondition>,
): Html {
  const groups: { when: FieldCondition | undefined; parts: Html[] }[] = [];
  for (const one of components) {
    const when = conditions.get([...above, ...segmentsOf(one)].join('.'));
    const last = groups.at(-1);
    const part = component(view, one, above, conditions);
    if (last && sameCondition(last.when, when)) last.parts.push(part);
    else groups.push({ when, parts: [part] });
  }
  return html`${groups.map(({ when, parts }) => (when ? under(view, when, parts) : parts))}`;
}

const sameCondition = (a: FieldCondition | undefined, b: FieldCondition | undefined): boolean =>
  a?.name === b?.name && a?.answers.join() === b?.answers.join();

function under(view: FormView, { on, name, answers }: FieldCondition, parts: readonly Html[]): Html {
  const label = word(view, on, 'label');
  const options = optionsOf(view, on).filter(({ value }) => answers.includes(value));
  const sentence =
    on.type === 'checkbox'
      ? view.say(answers.includes('1') ? 'form.onlyTicked' : 'form.onlyUnticked', { label })
      : view.say('form.onlyWhen', {
          label,
          answers: options.map((one) => `“${shortly(one.label)}”`).join(view.say('form.or')),
        });
  return html`<div class="when" role="group" aria-label="${sentence}" data-when="${name}" data-answers="${JSON.stringify(answers)}"><p class="only">${sentence}</p>${parts}</div>`;
}

/** The first sentence of a long answer. */
const shortly = (label: string): string => label.replace(/[.:].*$/s, '');

/** The list on top of a form that was refused: each line leads to its field. */
export function renderProblems(view: FormView): Html {
  if (view.problems.length === 0) return html``;
  return html`<div class="problems" role="alert" tabindex="-1" id="problems"><h2>${view.say('form.problems')}</h2><ul>${view.problems.map(
    (problem) =>
      html`<li><a href="#${idOf(view, problem.path)}">${labelAt(view, problem.path)}${problem[view.language]}</a></li>`,
  )}</ul></div>`;
}

const idOf = (view: FormView, name: string): string => `${view.prefix}${name.replace(/[^\w-]/g, '-')}`;

function labelAt(view: FormView, path: string): string {
  const one = formFields(view.form.components).find((field) => field.key === path);
  const label = one ? word(view, one, one.type === 'datetime' ? 'dateLabel' : 'label') : '';
  return label ? `${label} ` : '';
}

function component(
  view: FormView,
  one: FormComponent,
  above: readonly string[],
  conditions: ReadonlyMap<string, FieldCondition>,
): Html {
  const segments = [...above, ...segmentsOf(one)];
  const inner = (one.components ?? []) as FormComponent[];
  if (one.type === 'group' || one.type === 'default') {
    const parts = inGroups(view, inner, segments, conditions);
    const title = word(view, one, 'label');
    const isOpen = inner.some((child) => hasSomething(view, [...segments, ...segmentsOf(child)].join('.')));
    return title
      ? html`<details${isOpen ? new Html(' open') : ''}><summary>${title}</summary>${parts}</details>`
      : html`${parts}`;
  }
  if (one.type === 'text') return prose(String(word(view, one, 'text')));
  const name = segments.join('.');
  const field: Field = {
    name,
    id: idOf(view, name),
    label: word(view, one, one.type === 'datetime' ? 'dateLabel' : 'label'),
    hint: word(view, one, 'description'),
    problem: view.problems.find((problem) => problem.path === name),
    required: (one.validate as { required?: boolean } | undefined)?.required === true,
    // What may not apply must not hold back what does; whether it is missing, the server says.
    isAsked: !conditions.has(name),
  };
  return INPUTS[one.type]?.(view, one, field) ?? html``;
}

const hasSomething = (view: FormView, name: string): boolean =>
  view.problems.some((problem) => problem.path === name) ||
  Object.entries(view.typed).some(([key, values]) => key.split('~')[0] === name && values.some(Boolean));

const INPUTS: Readonly<Record<string, (view: FormView, one: FormComponent, field: Field) => Html>> = {
  textfield: (view, _one, field) =>
    labelled(
      view,
      field,
      html`<input class="text" name="${field.name}" value="${typed(view, field.name)}"${marks(field)}>`,
    ),
  textarea: (view, _one, field) =>
    labelled(
      view,
      field,
      html`<textarea rows="5" name="${field.name}"${marks(field)}>
${typed(view, field.name)}</textarea>`,
    ),
  number: (view, _one, field) =>
    labelled(
      view,
      field,
      html`<input class="text" inputmode="decimal" name="${field.name}" value="${typed(view, field.name)}"${marks(field)}>`,
    ),
  select: (view, one, field) => {
    const chosen = chosenOf(view, one, field.name);
    return labelled(
      view,
      field,
      html`<select name="${field.name}"${marks(field)}><option value=""></option>${optionsOf(view, one).map(
        ({ value, label }) =>
          html`<option value="${value}"${chosen.includes(value) ? new Html(' selected') : ''}>${label}</option>`,
      )}</select>`,
    );
  },
  checkbox: (view, one, field) =>
    html`<div class="field${field.problem ? ' wrong' : ''}">${problemOf(view, field)}<label class="choice"><input type="checkbox" id="${field.id}" name="${field.name}" value="1"${
      (view.isFresh ? one.defaultValue === true : typed(view, field.name) === '1') ? new Html(' checked') : ''
    }${describes(field)}><span>${field.label}</span></label>${hintOf(field)}</div>`,
  radio: (view, one, field) => choices(view, one, field, 'radio'),
  checklist: (view, one, field) => choices(view, one, field, 'checkbox'),
  taglist: (view, one, field) => choices(view, one, field, 'checkbox'),
  datetime: (view, one, field) => {
    const day = html`<input class="text" type="date" min="1900-01-01" name="${field.name}~day" value="${typed(view, `${field.name}~day`)}"${marks(field)}>`;
    if (one.subtype === 'date') return labelled(view, field, day);
    return html`<fieldset class="field${field.problem ? ' wrong' : ''}"${describes(field)}><legend>${field.label}</legend>${hintOf(field)}${problemOf(view, field)}<div class="pair"><label>${view.say('form.day')}${day}</label><label>${view.say('form.time')}<input class="text" type="time" name="${field.name}~time" value="${typed(view, `${field.name}~time`)}"></label></div></fieldset>`;
  },
};

function choices(view: FormView, one: FormComponent, field: Field, type: 'radio' | 'checkbox'): Html {
  const chosen = chosenOf(view, one, field.name);
  return html`<fieldset class="field${field.problem ? ' wrong' : ''}" id="${field.id}"${describes(field)}><legend>${field.label}${mustOf(view, field)}</legend>${hintOf(field)}${problemOf(view, field)}${optionsOf(
    view,
    one,
  ).map(
    ({ value, label }) =>
      html`<label class="choice"><input type="${type}" name="${field.name}" value="${value}"${chosen.includes(value) ? new Html(' checked') : ''}><span>${label}</span></label>`,
  )}</fieldset>`;
}

const labelled = (view: FormView, field: Field, input: Html): Html =>
  html`<div class="field${field.problem ? ' wrong' : ''}"><label for="${field.id}">${field.label}${mustOf(view, field)}</label>${hintOf(field)}${problemOf(view, field)}${input}</div>`;

const mustOf = (view: FormView, field: Field): Html =>
  field.required ? html` <span class="must">(${view.say('form.required')})</span>` : html``;
const hintOf = (field: Field): Html =>
  field.hint ? html`<p class="hint" id="${field.id}-hint">${field.hint}</p>` : html``;
const problemOf = (view: FormView, field: Field): Html =>
  field.problem ? html`<p class="problem" id="${field.id}-problem">${field.problem[view.language]}</p>` : html``;

const describes = (field: Field): Html => {
  const ids = [field.hint && `${field.id}-hint`, field.problem && `${field.id}-problem`].filter(Boolean).join(' ');
  return ids ? html` aria-describedby="${ids}"` : html``;
};
const marks = (field: Field): Html =>
  html` id="${field.id}"${field.required && field.isAsked ? new Html(' required') : ''}${field.problem ? new Html(' aria-invalid="true"') : ''}${describes(field)}`;

const typed = (view: FormView, name: string): string => view.typed[name]?.[0] ?? '';

function chosenOf(view: FormView, one: FormComponent, name: string): readonly string[] {
  if (!view.isFresh) return view.typed[name] ?? [];
  return [one.defaultValue].flat().filter(Boolean).map(String);
}

function optionsOf(view: FormView, one: FormComponent): { value: string; label: string }[] {
  const offered = (one.values ?? []) as { label: string; value: unknown }[];
  return offered.map((option) => ({
    value: String(option.value),
    label: (view.language === 'en' && english(one, `en.${String(option.value)}`)) || option.label,
  }));
}

const english = (one: FormComponent, key: string): string | undefined =>
  (one.properties as Record<string, string> | undefined)?.[key];

function word(view: FormView, one: FormComponent, attribute: 'label' | 'dateLabel' | 'description' | 'text'): string {
  const key = attribute === 'description' ? 'en.description' : 'en';
  return (view.language === 'en' && english(one, key)) || String(one[attribute] ?? '');
}

/** Headings and paragraphs of a text component; what else it may hold is shown as it is. */
function prose(text: string): Html {
  return html`${text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const heading = /^#{1,6}\s+(.*)$/.exec(line);
      return heading ? html`<h3>${heading[1]}</h3>` : html`<p>${line}</p>`;
    })}`;
}
