// When a field of a form is shown: lists on one side, FEEL that says when it is hidden on the other.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { everyField, type FormFile } from '../../../../src/plugins/procedures/admin/src/pages/packages/forms/formModel';
import {
  ALWAYS,
  decidersFor,
  isInRow,
  readShownWhen,
  writeShownWhen,
} from '../../../../src/plugins/procedures/admin/src/pages/packages/forms/shownWhen';

test.each([
  ['=task.a != "X"', { key: 'task.a', answers: ['X'] }],
  ['=task.a != "X" and task.a != "Y, Z"', { key: 'task.a', answers: ['X', 'Y, Z'] }],
  ['=record.done != true', { key: 'record.done', answers: true }],
])('%s is said by lists, and written back as it was', (hide, shown) => {
  expect(readShownWhen(hide)).toEqual(shown);
  expect(writeShownWhen(shown as never)).toBe(hide);
});

test('without a condition a field is always shown, also when no answer is left', () => {
  expect(readShownWhen(undefined)).toEqual(ALWAYS);
  expect(readShownWhen('')).toEqual(ALWAYS);
  expect(writeShownWhen(ALWAYS)).toBeUndefined();
  expect(writeShownWhen({ key: 'task.a', answers: [] })).toBeUndefined();
});

test.each([
  '=task.a = "X"',
  '=task.a != "X" or task.a != "Y"',
  '=task.a != "X" and task.b != "Y"',
  '=this.anonymous != true',
  '=count(task.list) > 2',
  '=task.a != 3',
  '=task.a != "X" and task.a != true',
  7,
])('%s is left as it is written', (hide) => {
  expect(readShownWhen(hide)).toBeNull();
});

const choice = (id: string, type = 'radio') => ({
  id,
  type,
  key: `task.${id}`,
  label: id,
  values: [{ value: 'X', label: 'Một' }],
});
const FORM: FormFile = {
  id: 'f',
  components: [
    choice('a'),
    {
      id: 'g',
      type: 'group',
      components: [choice('b', 'select'), { id: 'c', type: 'checkbox', key: 'task.c', label: 'c' }],
    },
    choice('many', 'checklist'),
    { id: 'list', type: 'dynamiclist', components: [choice('d')] },
    { id: 't', type: 'textfield', key: 'task.t', label: 't' },
  ],
};

test('a field may hang on one that is answered from a list or ticked, never on itself, a row or a free text', () => {
  expect(decidersFor(FORM, 't').map(({ key, choices }) => [key, choices?.length ?? null])).toEqual([
    ['task.a', 1],
    ['task.b', 1],
    ['task.c', null],
  ]);
  expect(decidersFor(FORM, 'a').map(({ key }) => key)).not.toContain('task.a');
  expect([isInRow(FORM, 'd'), isInRow(FORM, 'b')]).toEqual([true, false]);
});

test('of the conditions in the packages that are here, what is read is written back as it was', () => {
  const folder = path.join(__dirname, '../../../../bpmn/nguon-tin');
  const hidden = readdirSync(folder)
    .filter((name) => name.endsWith('.form'))
    .flatMap((name) => everyField((JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as FormFile).components))
    .flatMap(({ conditional }) => (conditional as { hide?: string } | undefined)?.hide ?? []);
  const read = hidden.flatMap((hide) => {
    const shown = readShownWhen(hide);
    return shown ? [[hide, writeShownWhen(shown)]] : [];
  });
  expect(read.length).toBeGreaterThan(5);
  for (const [hide, written] of read) expect(written).toBe(hide);
});
