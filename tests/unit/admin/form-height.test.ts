/** The place that is kept for a form while it is drawn: about right for each form of the packages, and by its own rules. */
import fs from 'node:fs';
import path from 'node:path';
import { formHeight } from '../../../src/plugins/procedures/admin/src/components/form/formHeight';

const form = (...components: object[]) => ({ type: 'default', components }) as never;
const short = (id: string, more: object = {}) => ({ id, type: 'textfield', ...more });

describe('the place of a form', () => {
  it('puts short fields two abreast where there is room, and long ones below each other', () => {
    const two = form(short('a'), short('b'));
    expect(formHeight(two, [], 1)).toBe(2 * formHeight(form(short('a')), [], 1));
    expect(formHeight(two, [], 2)).toBe(formHeight(form(short('a')), [], 1));
    const long = form({ id: 'a', type: 'textarea' }, { id: 'b', type: 'textarea' });
    expect(formHeight(long, [], 2)).toBe(formHeight(long, [], 1));
  });
  it('keeps no place for a button, for what depends on an answer, or for a group that is folded', () => {
    const group = { id: 'g', type: 'group', components: [short('b')] };
    const all = form(short('a'), { id: 'x', type: 'button' }, short('c', { conditional: { hide: '=true' } }), group);
    expect(formHeight(all, ['g'], 1)).toBe(formHeight(form(short('a')), [], 1));
    expect(formHeight(all, [], 1)).toBeGreaterThan(formHeight(all, ['g'], 1));
  });
  it('knows a height for every form of the packages', () => {
    const files = fs
      .readdirSync('bpmn')
      .flatMap((name) => fs.readdirSync(path.join('bpmn', name)).map((file) => path.join('bpmn', name, file)));
    for (const file of files.filter((name) => name.endsWith('.form'))) {
      const schema = JSON.parse(fs.readFileSync(file, 'utf8'));
      const [narrow, wide] = [formHeight(schema, [], 1), formHeight(schema, [], 2)];
      expect([file, wide > 0 && narrow >= wide && narrow < 12_000]).toEqual([file, true]);
    }
  });
});
