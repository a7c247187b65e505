// What a second person is told of a change: whole values, also of what is added, removed or a plain text file.
import path from 'node:path';
import { diffPackages } from '../../../src/plugins/procedures/server/src/packages/diff/diff-packages';
import {
  type ReadPackage,
  readPackage,
  readPackageFolder,
} from '../../../src/plugins/procedures/server/src/packages/read-package';

const LONG = `=if days > 3 then ${'"mot chuoi rat dai" + '.repeat(20)}"het" else "het"`;
let base: ReadPackage;

beforeAll(async () => {
  base = await readPackageFolder(path.join(__dirname, '../../../bpmn/vi-du'));
});

const changed = async (file: string, change: (text: string) => string | null) => {
  const files = new Map(base.files.map((one) => [one.path, one.content]));
  const next = change(files.get(file)?.toString('utf8') ?? '');
  if (next === null) files.delete(file);
  else files.set(file, Buffer.from(next));
  return diffPackages(base, await readPackage(files));
};

test('a changed value stands whole beside its sentence', async () => {
  const [change] = await changed('xu-ly.form', (text) => {
    const form = JSON.parse(text);
    form.components[0].description = LONG;
    return JSON.stringify(form);
  });
  const property = change.properties.find((one) => one.name === 'description');
  expect(property?.after).toBe(LONG);
  expect(change.vi).toContain('description');
});

test('what is added or removed says all that it holds', async () => {
  const added = (
    await changed('xu-ly.form', (text) => {
      const form = JSON.parse(text);
      form.components.push({ type: 'textfield', id: 'them', key: 'task.them', label: 'Thêm', description: LONG });
      return JSON.stringify(form);
    })
  ).find((one) => one.id === 'them');
  expect(added).toMatchObject({ kind: 'added' });
  expect(added?.properties).toContainEqual({ name: 'description', before: null, after: LONG });
  const removed = (
    await changed('xu-ly.form', (text) => {
      const form = JSON.parse(text);
      form.components.shift();
      return JSON.stringify(form);
    })
  ).find((one) => one.kind === 'removed');
  expect(removed?.properties.every((one) => one.after === null && one.before !== null)).toBe(true);
  expect(removed?.properties.length).toBeGreaterThan(0);
});

test('a file of plain text is told by its text, any other by its sum', async () => {
  const [change] = await changed('README.md', (text) => `${text}Thêm một câu.\n`);
  expect(change).toMatchObject({ area: 'file', kind: 'changed', file: 'README.md' });
  expect(String(change.properties[0].after)).toMatch(/Thêm một câu\.\n$/);
  const files = new Map(base.files.map((one) => [one.path, one.content]));
  const before = await readPackage(new Map([...files, ['documents/a.docx', Buffer.from([1])]]));
  const after = await readPackage(new Map([...files, ['documents/a.docx', Buffer.from([2])]]));
  expect(diffPackages(before, after)[0].properties.map((one) => one.name)).toEqual(['sha256']);
});
