// The forms of the packages as plain markup, and back from it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { validateForm } from '../../../src/plugins/procedures/server/src/forms/validate-form';
import type { FormSchema } from '../../../src/plugins/procedures/server/src/packages/types';
import { sayIn } from '../../../src/plugins/procedures/server/src/portal/portal-texts';
import { readForm } from '../../../src/plugins/procedures/server/src/portal/read-form';
import {
  type FormView,
  renderForm,
  renderProblems,
} from '../../../src/plugins/procedures/server/src/portal/render-form';

const form = (name: string): FormSchema =>
  JSON.parse(readFileSync(path.resolve(`bpmn/nguon-tin/${name}.form`), 'utf8')) as FormSchema;
const publicFolder = path.resolve('public');
const view = (given: Partial<FormView> & { form: FormSchema }): FormView => ({
  language: 'vi',
  say: sayIn(publicFolder, given.language ?? 'vi'),
  typed: {},
  problems: [],
  isFresh: true,
  prefix: 'f-',
  ...given,
});

const fields = {
  id: 'x',
  components: [
    { type: 'textfield', key: 'record.a', label: 'A', properties: { en: 'A in English' } },
    { type: 'number', key: 'record.n', label: 'N' },
    { type: 'checkbox', key: 'record.c', label: 'C' },
    { type: 'radio', key: 'task.r', label: 'R', values: [{ label: 'Một', value: '1' }], defaultValue: '1' },
    { type: 'taglist', key: 'task.t', label: 'T', values: [{ label: 'X', value: 'x' }] },
    { type: 'datetime', key: 'record.d', dateLabel: 'D', subtype: 'datetime' },
    { type: 'datetime', key: 'record.day', dateLabel: 'Day', subtype: 'date' },
    { type: 'group', label: 'More', components: [{ type: 'textarea', key: 'record.m.deep', label: 'M' }] },
  ],
} as FormSchema;

describe('a form without scripts', () => {
  it('escapes whatever was typed', () => {
    const { text } = renderForm(
      view({ form: fields, isFresh: false, typed: { 'record.a': ['"><script>x</script>'] } }),
    );
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"');
    expect(text).not.toContain('<script>');
  });

  it('shows its defaults only while it is fresh', () => {
    expect(renderForm(view({ form: fields })).text).toContain('value="1" checked');
    expect(renderForm(view({ form: fields, isFresh: false })).text).not.toContain('checked');
  });

  it('names each field that is wrong, and leads to it', () => {
    const problems = [{ path: 'record.a', vi: 'Sai', en: 'Wrong' }];
    const shown = view({ form: fields, problems, isFresh: false });
    expect(renderProblems(shown).text).toContain('<a href="#f-record-a">A: Sai</a>'.replace('A: ', 'A '));
    expect(renderForm(shown).text).toContain('aria-invalid="true" aria-describedby="f-record-a-problem"');
  });

  it('unfolds a group in which something stands or is wrong', () => {
    const isOpen = (given: Partial<FormView>) =>
      renderForm(view({ form: fields, ...given })).text.includes('<details open>');
    expect([isOpen({}), isOpen({ typed: { 'record.m.deep': ['x'] }, isFresh: false })]).toEqual([false, true]);
  });

  it('speaks the language of the reader as far as it knows it', () => {
    expect(renderForm(view({ form: fields, language: 'en' })).text).toContain('A in English');
  });

  it('comes back as values of its own fields, and of no others', () => {
    const values = readForm(
      fields,
      {
        'record.a': ['  x '],
        'record.n': ['1,5'],
        'record.c': ['1'],
        'task.t': ['x'],
        'record.d~day': ['2026-11-20'],
        'record.d~time': ['20:15'],
        'record.day~day': ['2026-11-20'],
        'record.m.deep': ['a\r\nb'],
        'record.other': ['x'],
        __proto__: ['x'],
      },
      'Asia/Ho_Chi_Minh',
    );
    expect(values).toEqual({
      record: { a: 'x', n: 1.5, c: true, d: '2026-11-20T20:15+07:00', day: '2026-11-20', m: { deep: 'a\nb' } },
      task: { t: ['x'] },
    });
  });

  it('leaves out what was left empty, and keeps what is no day for the check to refuse', () => {
    expect(readForm(fields, { 'record.a': ['  '] }, 'Asia/Ho_Chi_Minh')).toEqual({});
    expect(readForm(fields, { 'record.d~day': ['31/12'] }, 'Asia/Ho_Chi_Minh')).toEqual({
      record: { d: '31/12T00:00' },
    });
  });
});

describe('the short forms of the procedure', () => {
  it.each(['cong-khai', 'cong-ban-giao'])('%s has an input for every field, and every word in English', (name) => {
    const schema = form(name);
    const { text } = renderForm(view({ form: schema, language: 'en' }));
    const all = (components: FormSchema['components']): FormSchema['components'] =>
      components.flatMap((one) => [one, ...all(one.components ?? [])]);
    for (const one of all(schema.components)) {
      if (one.key) expect(text).toContain(`name="${one.key}`);
      const said = one.properties as Record<string, string> | undefined;
      expect([one.id, typeof said?.en]).toEqual([one.id, 'string']);
      if (one.description) expect([one.id, typeof said?.['en.description']]).toEqual([one.id, 'string']);
      for (const option of (one.values ?? []) as { value: string }[])
        expect([one.id, option.value, typeof said?.[`en.${option.value}`]]).toEqual([one.id, option.value, 'string']);
    }
  });

  it('asks an unknown visitor for one thing only, and a unit for two', () => {
    const required = (name: string) => renderForm(view({ form: form(name) })).text.match(/ required/g)?.length;
    expect([required('cong-khai'), required('cong-ban-giao')]).toEqual([1, 1]);
  });
});

describe('the words of the pages', () => {
  const texts = (language: string) =>
    JSON.parse(readFileSync(path.resolve(`public/portal/${language}.json`), 'utf8')) as Record<string, string>;

  it('are the same keys in both languages, with the same places to fill', () => {
    const [vi, en] = [texts('vi'), texts('en')];
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const key of Object.keys(vi)) expect([key, places(en[key] ?? '')]).toEqual([key, places(vi[key] ?? '')]);
  });

  it('hold every key that a page says', () => {
    const folder = path.resolve('src/plugins/procedures/server/src');
    const sources = ['portal', 'controllers'].flatMap((name) =>
      require('node:fs')
        .readdirSync(path.join(folder, name))
        .map((file: string) => readFileSync(path.join(folder, name, file), 'utf8')),
    );
    const said = sources.flatMap((text: string) => [...text.matchAll(/\bsay\('([\w.]+)'/g)].map((match) => match[1]));
    expect(said.length).toBeGreaterThan(60);
    const known = texts('vi');
    expect(said.filter((key: string) => !(key in known))).toEqual([]);
  });

  it('with the style and the script are small', () => {
    const size = ['portal.css', 'portal.js'].reduce(
      (sum, file) => sum + readFileSync(path.resolve('public/portal', file)).length,
      0,
    );
    expect(size + renderForm(view({ form: form('cong-khai') })).text.length).toBeLessThan(40_000);
  });
});

describe('a field that is asked only with some answers', () => {
  const hide = '=task.identity != "OPEN" and task.identity != "SEALED"';
  const asked = {
    id: 'x',
    components: [
      {
        type: 'radio',
        key: 'task.identity',
        label: 'Nêu tên?',
        values: ['NO', 'OPEN', 'SEALED'].map((value) => ({ value, label: `${value}. Thêm lời` })),
      },
      { type: 'textfield', key: 'task.name', label: 'Tên', validate: { required: true }, conditional: { hide } },
      { type: 'textfield', key: 'task.phone', label: 'Số', conditional: { hide } },
      { type: 'checkbox', key: 'task.tick', label: 'Đang xảy ra' },
      { type: 'textfield', key: 'task.now', label: 'Ở đâu', conditional: { hide: '=task.tick != true' } },
      {
        type: 'textfield',
        key: 'task.both',
        label: 'Cả hai',
        conditional: { hide: '=task.tick != true or task.identity = "NO"' },
      },
    ],
  } as FormSchema;
  const shown = renderForm(view({ form: asked })).text;

  it('stands with its neighbours under a sentence that says when, and names the answers for a script', () => {
    expect(shown.match(/data-when="task.identity"/g)).toHaveLength(1);
    expect(shown).toContain('data-answers="[&quot;OPEN&quot;,&quot;SEALED&quot;]"');
    expect(shown).toContain('Chỉ điền nếu ở mục “Nêu tên?” bạn chọn “OPEN” hoặc “SEALED”.'.replaceAll('"', '&quot;'));
    expect(shown).toContain('data-when="task.tick" data-answers="[&quot;1&quot;]"');
  });

  it('never holds back the form where it is not asked, and always stands where it depends on more', () => {
    expect(shown).not.toMatch(/name="task\.name"[^>]* required/);
    expect(shown.indexOf('name="task.both"')).toBeGreaterThan(
      shown.lastIndexOf('</div></div>', shown.indexOf('name="task.both"')) - 1,
    );
    expect(shown.match(/data-when=/g)).toHaveLength(2);
  });

  it('is ignored where it does not apply, and missed where it does', () => {
    const { values, problems } = validateForm(asked, { task: { identity: 'NO', name: 'Người Mẫu', phone: '1' } });
    expect([values, problems]).toEqual([{ task: { identity: 'NO' } }, []]);
    expect(validateForm(asked, { task: { identity: 'OPEN' } }).problems.map(({ path }) => path)).toEqual(['task.name']);
  });

  it('is what it is in the form of the package: name, telephone and address', () => {
    const { text } = renderForm(view({ form: form('cong-khai') }));
    const group = text.slice(text.indexOf('data-when'), text.indexOf('name="task.howKnown"'));
    for (const name of ['name', 'phone', 'address']) expect(group).toContain(`name="task.${name}"`);
  });
});
