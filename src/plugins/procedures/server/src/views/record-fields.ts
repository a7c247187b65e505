// Owns how a record is shown: the fields of the package's forms, with their words, in their order; what no form names
// is not shown.

import type { CasePerson, RecordField } from '../../../shared/contracts';
import type { EventDetail } from '../../../shared/corrections-contract';
import { formFields, isRows } from '../forms/form-fields';
import type { FormComponent, FormSchema } from '../packages/types';
import { isMasked, type MaskedPerson, type PersonOfRecord } from '../policy/mask-persons';
import type { PublishedPackage } from '../publishing/package-library';

const TYPES: Record<string, RecordField['type']> = {
  number: 'number',
  checkbox: 'boolean',
  datetime: 'datetime',
  checklist: 'list',
  taglist: 'list',
};

/** Every `record.*` field that any form of the package names, once, with the value shown in words. */
export function recordFields(published: PublishedPackage, record: Record<string, unknown>): RecordField[] {
  const fields = new Map<string, RecordField>();
  const starts = published.read.manifest.starts.map((start) => start.form);
  const names = [...starts, ...[...published.read.forms.keys()].filter((name) => !starts.includes(name))];
  for (const name of names) {
    for (const component of formFields(published.read.forms.get(name)?.components ?? [])) {
      const path = component.key;
      if (!path?.startsWith('record.') || fields.has(path)) continue;
      const value = record[path.slice('record.'.length)] ?? null;
      if (value === null || value === '') continue;
      fields.set(path, {
        path,
        label: both(component.label ?? path),
        value: words(component, value),
        raw: value,
        type: TYPES[component.type] ?? 'text',
      });
    }
  }
  return [...fields.values()];
}

/** What the paper of an event says: the fields of `form` that were filled in. */
export function paperFields(form: FormSchema | null, task: Record<string, unknown>): EventDetail[] {
  return formFields(form?.components ?? []).flatMap((component) => {
    const value = component.key?.startsWith('task.') ? given(task[component.key.slice('task.'.length)]) : null;
    if (value === null) return [];
    const isDay = component.type === 'datetime' && component.subtype === 'date';
    return [
      {
        label: both(String(component.label ?? component.dateLabel ?? component.key)),
        value: words(component, value),
        type: isDay ? ('date' as const) : (TYPES[component.type] ?? ('text' as const)),
      },
    ];
  });
}

/** What somebody said: ticked boxes as a list of their names, nothing of what was left empty. */
function given(value: unknown): unknown {
  if (value === null || value === undefined || value === '' || value === false) return null;
  if (typeof value !== 'object') return value;
  const said = Array.isArray(value) ? value : Object.keys(value).filter((name) => Reflect.get(value, name) === true);
  return said.length > 0 ? said : null;
}

export function personFields(
  published: PublishedPackage,
  attribute: string,
  persons: (PersonOfRecord | MaskedPerson)[],
): CasePerson[] {
  const list = [...published.read.forms.values()]
    .flatMap((form) => formFields(form.components))
    .find((component) => isRows(component) && component.path === `record.${attribute}`);
  const columns = formFields(list?.components ?? []);
  const roleColumn = columns.find((column) => column.key === 'role');
  return persons.map((person, index) => {
    const role = both(String(roleColumn ? words(roleColumn, person.role) : (person.role ?? '')));
    const id = String((person as { id?: unknown }).id ?? index);
    if (isMasked(person)) {
      return {
        id,
        role,
        sealed: true,
        seal: {
          who: {
            vi: 'Người giữ danh tính do lãnh đạo đơn vị chỉ định',
            en: 'The custodians whom the head of the unit has named',
          },
          how: {
            vi: 'Gửi đề nghị có lý do; cần người thứ hai chấp thuận',
            en: 'Send a request with a reason; a second person approves it',
          },
        },
        fields: [],
      };
    }
    const fields = columns
      .filter(
        (column) => column.key && column.key !== 'role' && (person as Record<string, unknown>)[column.key] != null,
      )
      .map((column) => ({
        path: `record.${attribute}[${index}].${column.key}`,
        label: both(column.label ?? String(column.key)),
        value: words(column, (person as Record<string, unknown>)[String(column.key)]),
        type: TYPES[column.type] ?? ('text' as const),
      }));
    return { id, role, sealed: false, fields };
  });
}

/** A value of a person's attribute in the words of the package's forms. */
export function personWords(published: PublishedPackage, key: string, value: unknown) {
  const column = peopleColumns(published).find((one) => one.key === key);
  return both(String((column ? words(column, value) : value) ?? ''));
}

/** What the package's forms call the attributes of a person. */
export function personLabels(published: PublishedPackage): Record<string, { vi: string; en: string }> {
  return Object.fromEntries(
    peopleColumns(published).flatMap((column) =>
      column.key ? [[column.key, both(String(column.label ?? column.dateLabel ?? column.key))]] : [],
    ),
  );
}

function peopleColumns(published: PublishedPackage): FormComponent[] {
  const attribute = published.read.manifest.record.people;
  const list = [...published.read.forms.values()]
    .flatMap((form) => formFields(form.components))
    .find((component) => component.type === 'dynamiclist' && component.path === `record.${attribute}`);
  return formFields(list?.components ?? []);
}

function words(component: FormComponent, value: unknown): unknown {
  const options = component.values as { label: string; value: unknown }[] | undefined;
  const word = (one: unknown) => options?.find((option) => option.value === one)?.label ?? one;
  return Array.isArray(value) ? value.map(word) : word(value);
}

const both = (text: string) => ({ vi: text, en: text });
