// What a form starts with, and what an event's data becomes.
import { initialValues, valuesFromData } from '../../../src/plugins/procedures/server/src/events/form-values';
import type { EventDefinition, FormSchema } from '../../../src/plugins/procedures/server/src/packages/types';

const text = { vi: 'Sự kiện', en: 'Event' };
const form: FormSchema = {
  components: [
    { type: 'textfield', key: 'record.title' },
    { type: 'textfield', key: 'record.room' },
    { type: 'dynamiclist', path: 'record.people', components: [{ type: 'textfield', key: 'name' }] },
    { type: 'textfield', key: 'task.note' },
  ],
};

it('starts a form with what the record and its extra fields say', () => {
  const record = { title: 'Họp', extra: { room: 'P1' }, people: [{ name: 'Người Mẫu', other: 1 }] };
  expect(initialValues(form, record)).toEqual({
    record: { title: 'Họp', room: 'P1', people: [{ name: 'Người Mẫu' }] },
  });
});

it('fills only what the form asks from the data of an event', () => {
  const event: EventDefinition = {
    code: 'GHI',
    title: text,
    by: [{ kind: 'record' }],
    values: { 'task.note': '=data.note', 'task.stray': '=data.note' },
  };
  expect(valuesFromData(event, form, { record: {} }, { note: 'xong' })).toEqual({ task: { note: 'xong' } });
});

it('never reaches beyond the values through a path', () => {
  const event: EventDefinition = {
    code: 'GHI',
    title: text,
    by: [{ kind: 'record' }],
    values: { '__proto__.polluted': '=data.note' },
  };
  valuesFromData(event, null, { record: {} }, { note: 'xong' });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
