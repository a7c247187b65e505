import { nothingEntered } from '../../../src/plugins/procedures/server/src/forms/nothing-entered';

const form = {
  components: [
    { type: 'select', key: 'record.channel', defaultValue: 'PHONE', validate: { required: true } },
    { type: 'select', key: 'record.weight' },
    { type: 'textarea', key: 'record.words' },
    { type: 'textfield', key: 'record.city', defaultValue: 'Thành phố' },
    { type: 'checkbox', key: 'record.urgent' },
    { type: 'taglist', key: 'record.fields' },
    { type: 'number', key: 'record.count' },
    { type: 'textfield', key: 'record.hidden', conditional: { hide: '=record.urgent != true' } },
    {
      type: 'dynamiclist',
      path: 'record.people',
      components: [
        { type: 'select', key: 'role', defaultValue: 'CALLER', validate: { required: true } },
        { type: 'textfield', key: 'name' },
      ],
    },
  ],
};
const entered = (record: object) => !nothingEntered(form as never, { record });

it.each([
  ['nothing at all', {}],
  ['the choice that everybody makes, made otherwise', { channel: 'LETTER' }],
  ['what stands there by itself', { channel: 'PHONE', city: 'Thành phố' }],
  ['spaces of all kinds', { words: ' \n\t\u00a0' }],
  ['a tick taken away again', { urgent: false }],
  ['a list of nothing', { fields: [], people: [] }],
  ['a person of whom only the role is said', { people: [{ role: 'WITNESS', name: '' }] }],
  ['a value of a field that is not shown', { hidden: 'x' }],
  ['null', { words: null, count: null }],
])('%s is nothing', (_name, record) => expect(entered(record)).toBe(false));

it.each([
  ['one letter', { words: 'a' }],
  ['another city', { city: 'Hội' }],
  ['a tick', { urgent: true }],
  ['zero', { count: 0 }],
  ['a choice that nobody had to make', { weight: 'HEAVY' }],
  ['a tag', { fields: ['LAND'] }],
  ['the name in the second row', { people: [{ role: 'CALLER' }, { role: 'CALLER', name: 'A' }] }],
])('%s is something', (_name, record) => expect(entered(record)).toBe(true));

it('a start without a form has nothing to enter', () => expect(nothingEntered(null, {})).toBe(true));
