import path from 'node:path';
import { hashFiles } from '../../../src/plugins/procedures/server/src/packages/hash-files';
import { readPackage, readPackageFolder } from '../../../src/plugins/procedures/server/src/packages/read-package';
import type { Manifest } from '../../../src/plugins/procedures/server/src/packages/types';
import { changeJson, exampleFiles } from './example-package';

const refusal = async (files: Map<string, Buffer>) =>
  readPackage(files).then(
    () => null,
    (error: { code: string; detail: unknown; vi: string; en: string }) => error,
  );

test('the example is read with its models and forms', async () => {
  const pkg = await readPackage(exampleFiles());
  expect([pkg.id, pkg.version, pkg.manifest.process]).toEqual(['vi-du', '1.0.0', 'vi-du']);
  expect([...pkg.models.keys()]).toEqual(['vi-du.bpmn']);
  expect([...pkg.forms.keys()].sort()).toEqual(['bat-dau', 'ket-thuc', 'tiep-nhan', 'xu-ly']);
  expect(pkg.events.map((event) => event.code)).toEqual(['BAT_DAU', 'TIEP_NHAN', 'XU_LY', 'KET_THUC']);
});
test('a folder gives the same package as its files', async () => {
  const fromFolder = await readPackageFolder(path.join(__dirname, '../../../bpmn/vi-du'));
  expect(fromFolder.contentHash).toBe((await readPackage(exampleFiles())).contentHash);
});
test('the order of files does not change the hash, their content does', () => {
  const files = exampleFiles();
  expect(hashFiles(new Map([...files].reverse()))).toBe(hashFiles(files));
  expect(hashFiles(exampleFiles({ 'README.md': 'x' }))).not.toBe(hashFiles(files));
});
test('moving a byte from one file to the next changes the hash', () => {
  const files = (a: string, b: string) =>
    new Map([
      ['a', Buffer.from(a)],
      ['b', Buffer.from(b)],
    ] as const);
  expect(hashFiles(files('xy', ''))).not.toBe(hashFiles(files('x', 'y')));
});
test.each(['manifest.json', 'events.json'])('without %s the refusal names the file', async (name) => {
  expect(await refusal(exampleFiles({ [name]: null }))).toMatchObject({
    code: 'PACKAGE_FILE_MISSING',
    detail: { file: name },
  });
});
test('broken JSON is refused with its file', async () => {
  expect(await refusal(exampleFiles({ 'events.json': '{' }))).toMatchObject({
    code: 'PACKAGE_JSON_UNREADABLE',
    detail: { file: 'events.json' },
  });
});
test('a broken model is refused with its file', async () => {
  expect(await refusal(exampleFiles({ 'vi-du.bpmn': '<bpmn' }))).toMatchObject({
    code: 'PACKAGE_MODEL_UNREADABLE',
    detail: { file: 'vi-du.bpmn' },
  });
});
test('a form without components is refused', async () => {
  expect(await refusal(exampleFiles({ 'xu-ly.form': '{}' }))).toMatchObject({ code: 'PACKAGE_FORM_UNREADABLE' });
});
test('a manifest that does not fit its schema is refused with every place', async () => {
  const files = exampleFiles({
    'manifest.json': changeJson<Manifest & { surprise?: number }>((manifest) => {
      manifest.version = '1';
      manifest.surprise = 1;
    }),
  });
  const error = await refusal(files);
  expect(error).toMatchObject({ code: 'PACKAGE_SCHEMA' });
  expect(JSON.stringify(error?.detail)).toContain('/version');
  expect(JSON.stringify(error?.detail)).toContain('surprise');
});
test.each(['../x', '/etc/x', 'a/../../x', 'a\\b'])('path "%s" is refused', async (name) => {
  expect(await refusal(exampleFiles({ [name]: 'x' }))).toMatchObject({ code: 'PACKAGE_FILES_REFUSED' });
});
test('every refusal speaks both languages', async () => {
  const error = await refusal(exampleFiles({ 'events.json': '{' }));
  expect(error?.vi).toContain('phải');
  expect(error?.en).toContain('Expected');
});
