/** Forms: drafts over records, problems at their fields, no buttons, and text to copy. */
import {
  findInstance,
  formErrors,
  inputId,
} from '../../../src/plugins/procedures/admin/src/components/form/formProblems';
import { translateForm } from '../../../src/plugins/procedures/admin/src/components/form/formWords';
import { mergeValues } from '../../../src/plugins/procedures/admin/src/components/form/mergeValues';
import { prepareSchema } from '../../../src/plugins/procedures/admin/src/components/form/prepareSchema';
import { valuesAsText } from '../../../src/plugins/procedures/admin/src/pages/tasks/valuesAsText';

const instances = [
  { id: 'F1', valuePath: ['record', 'summary'] },
  { id: 'F2', valuePath: ['record', 'persons', 0, 'name'], indexes: { L: 0 } },
  { id: 'F2', valuePath: ['record', 'persons', 1, 'name'], indexes: { L: 1 } },
];

describe('mergeValues', () => {
  it('lays a draft over the record, deep in objects, whole in lists', () => {
    const base = { record: { a: 1, b: 2, list: [1, 2] }, task: {} };
    const draft = { record: { b: 3, list: [9] } };
    expect(mergeValues(base, draft)).toEqual({ record: { a: 1, b: 3, list: [9] }, task: {} });
    expect(base.record.b).toBe(2);
  });
  it('takes no draft as no change', () => {
    expect(mergeValues({ record: { a: 1 } }, null)).toEqual({ record: { a: 1 } });
  });
  it('keeps a field that the draft emptied empty', () => {
    expect(mergeValues({ record: { a: 'x' } }, { record: { a: null } })).toEqual({ record: { a: null } });
  });
});

describe('formErrors', () => {
  it('puts a problem at the field instance of its path', () => {
    const errors = formErrors(
      instances,
      [
        { path: 'record.summary', vi: 'Thiếu', en: 'Missing' },
        { path: 'record.persons[1].name', vi: 'Sai', en: 'Wrong' },
      ],
      ({ vi }) => vi,
    );
    expect(errors).toEqual({ F1: ['Thiếu'], F2: { 1: ['Sai'] } });
  });
  it('passes over a path that the form does not show', () => {
    expect(formErrors(instances, [{ path: 'record.unknown', vi: 'x', en: 'x' }], ({ vi }) => vi)).toEqual({});
  });
  it('finds the input of a repeated field', () => {
    const instance = findInstance(instances, 'record.persons[1].name');
    expect(instance && inputId('abc', instance)).toBe('fjs-form-abc-F2_1');
  });
});

describe('prepareSchema', () => {
  it('takes buttons out at every depth and leaves the schema it was given', () => {
    const schema = {
      type: 'default',
      components: [{ type: 'button' }, { type: 'group', components: [{ type: 'button' }, { type: 'textfield' }] }],
    };
    expect(prepareSchema(schema)).toEqual({
      type: 'default',
      components: [{ type: 'group', components: [{ type: 'textfield' }] }],
    });
    expect(schema.components).toHaveLength(2);
  });

  it('asks for times of day from 00 to 23', () => {
    const schema = { type: 'default', components: [{ type: 'datetime', key: 'at' }] };
    expect(prepareSchema(schema).components).toEqual([{ type: 'datetime', key: 'at', use24h: true }]);
  });
});

describe('translateForm', () => {
  it('speaks Vietnamese with the values filled in', () => {
    expect(translateForm('vi')('Field must have minimum length of {value}.', { value: '3' })).toBe('Ít nhất 3 ký tự.');
  });
  it('leaves English and unknown words as they are', () => {
    expect(translateForm('en')('Field is required.')).toBe('Field is required.');
    expect(translateForm('vi')('Something new {x}', {})).toBe('Something new {x}');
  });
});

describe('valuesAsText', () => {
  it('gives label and value line by line, through repetitions, without empty ones', () => {
    const schema = {
      components: [
        { key: 'record.summary', label: 'Tóm tắt', type: 'textarea' },
        { key: 'record.place', label: 'Nơi', type: 'textfield' },
        { type: 'dynamiclist', path: 'record.persons', components: [{ key: 'name', label: 'Tên' }] },
      ],
    };
    const values = { record: { summary: 'Mẫu', place: '', persons: [{ name: 'A' }, { name: 'B' }] } };
    expect(valuesAsText(schema, values)).toBe('Tóm tắt: Mẫu\nTên: A\nTên: B');
  });
});
