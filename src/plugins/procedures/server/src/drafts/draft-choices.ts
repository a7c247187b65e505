// Owns what the lists of the modeler offer for a draft: everything by the words that people know it by.
import type { BlocksFile } from '../../../shared/blocks-contract';
import type { Choice, DraftChoices, RecordField, StepAnswer } from '../../../shared/packages-contract';
import { processesOf, startsByItself, textOf } from '../packages/model-elements';
import { everyField, optionsOf, valuesOf } from '../packages/option-words';
import type { ReadPackage } from '../packages/read-package';
import type { FormSchema } from '../packages/types';
import type { KnownGroup } from './known-group';

/** `read` is of the completed files: what is only drawn so far is among the events. */
export function draftChoices(
  read: ReadPackage,
  groups: readonly KnownGroup[],
  blocks: BlocksFile,
  attributes: Record<string, { type: string }>,
  { recipients, connections }: Pick<DraftChoices, 'recipients' | 'connections'>,
): DraftChoices {
  const { manifest } = read;
  const ofPeople = [
    ...(blocks.groups ?? []).map(({ value, title }) => ({ value, label: title.vi })),
    ...groups.map(({ id, title }) => ({ value: id, label: title })),
  ];
  return {
    groups: ofPeople,
    recipients: [...ofPeople, ...recipients],
    connections,
    forms: [...read.forms.keys()].map((name) => ({ value: name, label: formLabel(read, name) })),
    clocks: manifest.clockRules.map((rule) => ({ value: rule.id, label: rule.title.vi })),
    documents: (manifest.documents ?? []).map(({ id, title }) => ({ value: id, label: title.vi })),
    events: read.events.map(({ code, title }) => ({ value: code, label: title.vi })),
    processes: processChoices(read),
    variables: manifest.variables.flatMap(({ name, type, title, from }) =>
      type === 'string' || type === 'number' || type === 'boolean'
        ? [{ value: name, label: title?.vi ?? name, type, options: optionsOf(read, from) }]
        : [],
    ),
    answers: Object.entries(manifest.elements).flatMap(([step, { form }]) => answersOf(step, read.forms.get(form))),
    recordFields: recordFields(read, attributes),
  };
}

const HOLDS: Record<string, RecordField['holds']> = {
  string: 'text',
  text: 'text',
  integer: 'number',
  decimal: 'number',
  float: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'date',
  json: 'list',
};

/** By the words that forms use for them; one that no form shows goes by its name. */
function recordFields(read: ReadPackage, attributes: Record<string, { type: string }>): RecordField[] {
  const words = new Map(
    [...read.forms.values()]
      .flatMap((form) => everyField(form.components))
      .flatMap(({ key, label, dateLabel }) => (key ? [[key, label ?? dateLabel] as const] : []))
      .filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
  return Object.entries(attributes).flatMap(([name, { type }]) => {
    const holds = HOLDS[type];
    const value = `record.${name}`;
    return holds && !KEPT_BY_THE_PLATFORM.includes(name) ? [{ value, label: words.get(value) ?? name, holds }] : [];
  });
}

/** Written by the platform and the events, never by a form. */
const KEPT_BY_THE_PLATFORM = [
  'tenant',
  'extra',
  'bookNo',
  'receiptCode',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'locale',
];

/** Processes that may be called: they do not start by themselves. */
const processChoices = (read: ReadPackage): Choice[] =>
  [...read.models.values()]
    .filter((model) => model.kind === 'bpmn')
    .flatMap((model) => processesOf(model.definitions))
    .filter((process) => process.id !== read.manifest.process && !startsByItself(process))
    .map((process) => ({ value: process.id ?? '', label: textOf(process, 'name') ?? process.id ?? '' }));

/** By the first step that has it, as a form is found by what it is for. */
function formLabel(read: ReadPackage, name: string): string {
  const step = Object.values(read.manifest.elements).find(({ form }) => form === name);
  const start = read.manifest.starts.find(({ form }) => form === name);
  const words = step?.title.vi ?? start?.title.vi;
  return words ? `${words} (${name})` : name;
}

const ANSWERS: Record<string, StepAnswer['type']> = {
  checkbox: 'boolean',
  number: 'number',
  radio: 'string',
  select: 'string',
};

const answersOf = (step: string, form: FormSchema | undefined): StepAnswer[] =>
  (form?.components ?? []).flatMap((field) => {
    const type = ANSWERS[field.type];
    if (!type || !field.key?.startsWith('task.')) return [];
    const [, ...path] = field.key.split('.');
    const value = `${step}_${path.join('_')}`.replace(/[^A-Za-z0-9_]/g, '_');
    return [{ step, value, label: field.label ?? field.key, type, from: `=${field.key}`, options: valuesOf(field) }];
  });
