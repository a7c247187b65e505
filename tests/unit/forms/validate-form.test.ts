import { validateForm } from '../../../src/plugins/procedures/server/src/forms/validate-form';
import type { FormComponent, FormSchema } from '../../../src/plugins/procedures/server/src/packages/types';

const form = (...components: FormComponent[]): FormSchema => ({ type: 'default', components });
const text = (key: string, more: Record<string, unknown> = {}): FormComponent => ({ type: 'textfield', key, ...more });
const number = (key: string, more: Record<string, unknown> = {}): FormComponent => ({ type: 'number', key, ...more });
const refused = (schema: FormSchema, values: unknown, given = {}) =>
  validateForm(schema, values, { given }).problems.map((problem) => problem.path);

describe('required', () => {
  const schema = form(text('record.title', { validate: { required: true } }));
  test('a value is kept at its path', () => {
    expect(validateForm(schema, { record: { title: 'Họp' } })).toEqual({
      values: { record: { title: 'Họp' } },
      problems: [],
    });
  });
  test.each([undefined, null, '', '   '])('%p is no value', (title) => {
    expect(refused(schema, { record: { title } })).toEqual(['record.title']);
  });
  test('an unticked checkbox that must be ticked is refused', () => {
    const box = form({ type: 'checkbox', key: 'task.agreed', validate: { required: true } });
    expect(refused(box, { task: { agreed: false } })).toEqual(['task.agreed']);
    expect(refused(box, { task: { agreed: true } })).toEqual([]);
  });
  test('an empty list of choices is no value', () => {
    const list = form({ type: 'checklist', key: 'task.kinds', values: [{ value: 'a' }], validate: { required: true } });
    expect(refused(list, { task: { kinds: [] } })).toEqual(['task.kinds']);
  });
  test('zero is a value', () => {
    expect(refused(form(number('record.n', { validate: { required: true } })), { record: { n: 0 } })).toEqual([]);
  });
});

describe('text', () => {
  test('emoji and HTML stay as they were typed', () => {
    const typed = '<b>Chào</b> 👨‍👩‍👧 &amp;';
    expect(validateForm(form(text('record.t')), { record: { t: typed } }).values).toEqual({ record: { t: typed } });
  });
  test('a line break in a text field becomes a space, in a text area it stays', () => {
    const schema = form(text('record.a'), { type: 'textarea', key: 'record.b' });
    const { values } = validateForm(schema, { record: { a: 'x\ny', b: 'x\ny' } });
    expect(values).toEqual({ record: { a: 'x y', b: 'x\ny' } });
  });
  test('more than 20,000 characters are refused even without a limit in the form', () => {
    expect(refused(form(text('record.t')), { record: { t: 'x'.repeat(20_001) } })).toEqual(['record.t']);
    expect(refused(form(text('record.t')), { record: { t: 'x'.repeat(20_000) } })).toEqual([]);
  });
  test('a length may not be less or more than the form says', () => {
    const schema = form(text('record.t', { validate: { minLength: 3, maxLength: 5 } }));
    expect(refused(schema, { record: { t: 'ab' } })).toEqual(['record.t']);
    expect(refused(schema, { record: { t: 'abcdef' } })).toEqual(['record.t']);
    expect(refused(schema, { record: { t: 'abcd' } })).toEqual([]);
  });
  test('a limit may be FEEL over the other values', () => {
    const schema = form(number('record.most'), text('record.t', { validate: { maxLength: '=record.most' } }));
    expect(refused(schema, { record: { most: 2, t: 'abc' } })).toEqual(['record.t']);
  });
  test('a pattern must match', () => {
    const schema = form(text('record.t', { validate: { pattern: '^[0-9]{12}$' } }));
    expect(refused(schema, { record: { t: '12' } })).toEqual(['record.t']);
    expect(refused(schema, { record: { t: '001200000001' } })).toEqual([]);
  });
  test.each([
    ['email', 'a@b', true],
    ['email', 'a b@c.vn', false],
    ['phone', '0900 000 000', true],
    ['phone', '+84 900 000 000', true],
    ['phone', 'gọi tôi', false],
  ])('%s "%s" is accepted: %p', (validationType, value, accepted) => {
    const schema = form(text('record.t', { validate: { validationType } }));
    expect(refused(schema, { record: { t: value } })).toEqual(accepted ? [] : ['record.t']);
  });
  test('an object instead of text is refused', () => {
    expect(refused(form(text('record.t')), { record: { t: { $ne: 1 } } })).toEqual(['record.t']);
  });
  test('NUL and half a surrogate pair cannot be stored', () => {
    expect(refused(form(text('record.t')), { record: { t: 'a\u0000' } })).toEqual(['record.t']);
    expect(refused(form(text('record.t')), { record: { t: 'a\ud83d' } })).toEqual(['record.t']);
  });
});

describe('numbers', () => {
  test.each([
    [{ decimalDigits: 0 }, 1.5, false],
    [{ decimalDigits: 2 }, 1.25, true],
    [{ validate: { min: 1, max: 5 } }, 0, false],
    [{ validate: { min: 1, max: 5 } }, 6, false],
    [{ validate: { min: 1, max: 5 } }, 5, true],
    [{ increment: 0.1 }, 0.3, true],
    [{ increment: 0.5 }, 0.3, false],
    [{}, '7', false],
    [{}, Number.NaN, false],
    [{ serializeToString: true }, '7', true],
  ])('field %j accepts %p: %p', (more, value, accepted) => {
    expect(refused(form(number('record.n', more)), { record: { n: value } })).toEqual(accepted ? [] : ['record.n']);
  });
});

describe('choices', () => {
  const choice = (more: Record<string, unknown>) => form({ type: 'select', key: 'record.c', ...more });
  test('only an offered value is accepted', () => {
    const schema = choice({ values: [{ label: 'A', value: 'a' }] });
    expect(refused(schema, { record: { c: 'a' } })).toEqual([]);
    expect(refused(schema, { record: { c: 'b' } })).toEqual(['record.c']);
  });
  test('offered values may be computed', () => {
    expect(refused(choice({ valuesExpression: '=["x", "y"]' }), { record: { c: 'y' } })).toEqual([]);
  });
  test('values given by the server count, values sent by the client do not', () => {
    const schema = choice({ valuesKey: 'options.rooms' });
    expect(refused(schema, { record: { c: 'P1' } }, { options: { rooms: [{ label: 'P1', value: 'P1' }] } })).toEqual(
      [],
    );
    expect(refused(schema, { record: { c: 'P1' }, options: { rooms: ['P1'] } })).toContain('record.c');
  });
  test('a value chosen twice is kept once', () => {
    const schema = form({ type: 'taglist', key: 'record.c', values: [{ value: 'a' }] });
    expect(validateForm(schema, { record: { c: ['a', 'a'] } }).values).toEqual({ record: { c: ['a'] } });
  });
});

describe('dates and times', () => {
  const at = (subtype: string, more = {}) => form({ type: 'datetime', key: 'record.at', subtype, ...more });
  test.each([
    ['date', '2026-02-28', true],
    ['date', '2026-02-30', false],
    ['date', '1899-12-31', false],
    ['date', '2201-01-01', false],
    ['date', '28/02/2026', false],
    ['time', '08:30', true],
    ['time', '25:00', false],
    ['datetime', '2026-11-02T08:00:00+07:00', true],
    ['datetime', '2026-11-02T08:00Z', true],
    ['datetime', '2026-11-02', false],
  ])('%s %s is accepted: %p', (subtype, value, accepted) => {
    expect(refused(at(subtype), { record: { at: value } })).toEqual(accepted ? [] : ['record.at']);
  });
  test('a past day is refused where the form says so', () => {
    const now = new Date('2026-11-10T00:00:00Z');
    const schema = at('date', { disallowPassedDates: true });
    expect(validateForm(schema, { record: { at: '2026-11-01' } }, { now }).problems).toHaveLength(1);
    expect(validateForm(schema, { record: { at: '2026-11-10' } }, { now }).problems).toHaveLength(0);
  });
});

describe('hidden fields', () => {
  const schema = form(
    { type: 'radio', key: 'task.decision', values: [{ value: 'YES' }, { value: 'NO' }] },
    text('task.reason', { conditional: { hide: '=task.decision != "NO"' }, validate: { required: true } }),
  );
  test('are neither required nor kept', () => {
    const result = validateForm(schema, { task: { decision: 'YES', reason: 'stale' } });
    expect(result).toEqual({ values: { task: { decision: 'YES' } }, problems: [] });
  });
  test('count again as soon as they show', () => {
    expect(refused(schema, { task: { decision: 'NO' } })).toEqual(['task.reason']);
  });
  test('a hidden group hides its fields', () => {
    const grouped = form({
      type: 'group',
      conditional: { hide: '=true' },
      components: [text('record.a', { validate: { required: true } })],
    });
    expect(validateForm(grouped, { record: { a: 'x' } })).toEqual({ values: {}, problems: [] });
  });
  test('a hidden value does not decide about other fields', () => {
    const chain = form(
      text('task.a'),
      text('task.b', { conditional: { hide: '=task.a = "hide"' } }),
      text('task.c', { conditional: { hide: '=task.b = "hide"' }, validate: { required: true } }),
    );
    expect(refused(chain, { task: { a: 'hide', b: 'hide' } })).toEqual(['task.c']);
  });
  test('a condition reads what the page was given', () => {
    const schema2 = form(text('task.x', { conditional: { hide: '=record.kind = "A"' }, validate: { required: true } }));
    expect(refused(schema2, {}, { record: { kind: 'A' } })).toEqual([]);
    expect(refused(schema2, {}, { record: { kind: 'B' } })).toEqual(['task.x']);
  });
  test('a condition that is null hides nothing', () => {
    expect(
      refused(form(text('task.x', { conditional: { hide: '=nothing > 3' }, validate: { required: true } })), {}),
    ).toEqual(['task.x']);
  });
});

describe('what is not the client’s to set', () => {
  test.each([{ disabled: true }, { readonly: true }, { readonly: '=true' }])('a field with %j is dropped', (more) => {
    const result = validateForm(
      form(text('record.a', more)),
      { record: { a: 'forged' } },
      { given: { record: { a: 'x' } } },
    );
    expect(result).toEqual({ values: {}, problems: [] });
  });
  test('a forged read-only value does not open a hidden field', () => {
    const schema = form(
      text('record.kind', { readonly: true }),
      text('record.secret', { conditional: { hide: '=record.kind = "A"' } }),
    );
    const sent = { record: { kind: 'B', secret: 'x' } };
    expect(validateForm(schema, sent, { given: { record: { kind: 'A' } } }).values).toEqual({});
  });
  test('a key that the form does not have is refused', () => {
    expect(refused(form(text('record.a')), { record: { a: 'x', state: 'DONE' } })).toEqual(['record.state']);
    expect(refused(form(text('record.a')), { admin: true })).toEqual(['admin']);
  });
  test('a key that reaches into the language changes nothing', () => {
    validateForm(form(text('record.a')), JSON.parse('{"record":{"__proto__":{"polluted":1},"a":"x"}}'));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
  test('values that are no object are refused', () => {
    expect(refused(form(), 'x')).toEqual(['']);
    expect(refused(form(text('record.a')), { record: 'x' })).toEqual(['record']);
  });
});

describe('lists of rows', () => {
  const schema = form({
    type: 'dynamiclist',
    path: 'record.persons',
    components: [
      text('name', { validate: { required: true } }),
      text('note', { conditional: { hide: '=this.name = "An"' } }),
    ],
  });
  test('every row is checked at its own path', () => {
    const sent = { record: { persons: [{ name: 'Bình', note: 'x' }, { name: '' }] } };
    expect(refused(schema, sent)).toEqual(['record.persons[1].name']);
  });
  test('a condition reads its own row', () => {
    const sent = {
      record: {
        persons: [
          { name: 'An', note: 'gone' },
          { name: 'Bình', note: 'kept' },
        ],
      },
    };
    expect(validateForm(schema, sent).values).toEqual({
      record: { persons: [{ name: 'An' }, { name: 'Bình', note: 'kept' }] },
    });
  });
  test('an unknown key in a row is refused', () => {
    expect(refused(schema, { record: { persons: [{ name: 'An', id: 7 }] } })).toEqual(['record.persons[0].id']);
  });
  test('a list that is none is refused', () => {
    expect(refused(schema, { record: { persons: { name: 'An' } } })).toEqual(['record.persons']);
    expect(refused(schema, { record: { persons: ['An'] } })).toContain('record.persons');
  });
  test('as many rows as are allowed are checked within seconds', () => {
    const persons = Array.from({ length: 200 }, () => ({ name: 'Bình', note: 'x' }));
    const began = performance.now();
    expect(refused(schema, { record: { persons } })).toEqual([]);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
  test('a nest that is too deep is refused', () => {
    let nest: unknown = 'x';
    for (let depth = 0; depth < 100_000; depth += 1) nest = { a: nest };
    expect(refused(schema, { record: nest })).toHaveLength(1);
  });
  test('too many rows are refused', () => {
    const persons = Array.from({ length: 201 }, () => ({ name: 'An' }));
    expect(refused(schema, { record: { persons } })).toContain('record.persons');
  });
  test('an emptied list is kept as empty, so that rows can be removed', () => {
    expect(
      validateForm(schema, { record: { persons: [] } }, { given: { record: { persons: [{ name: 'An' }] } } }).values,
    ).toEqual({ record: { persons: [] } });
  });
});
