import fs from 'node:fs';
import path from 'node:path';
import { isInstalled, isSameSet } from '../../../src/local-services/install-dependencies.mjs';
import { tempFolder } from './temp-folder.mjs';

const locked = {
  '': {},
  'node_modules/a': { version: '1.0.0', integrity: 'x' },
  'node_modules/for-another-system': { version: '1.0.0', integrity: 'y', optional: true },
};

test('what npm noted as installed is compared with what is locked', () => {
  const a = { version: '1.0.0', integrity: 'x' };
  expect(isSameSet(locked, { 'node_modules/a': a })).toBe(true);
  expect(isSameSet(locked, { 'node_modules/a': { ...a, version: '1.0.1' } })).toBe(false);
  expect(isSameSet(locked, { 'node_modules/a': { ...a, integrity: 'z' } })).toBe(false);
  expect(isSameSet(locked, {})).toBe(false);
  expect(isSameSet(locked, { 'node_modules/a': a, 'node_modules/extra': a })).toBe(false);
});

test('a checkout counts as installed only while the lock file stays what it was', () => {
  const root = tempFolder();
  fs.writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
  expect(isInstalled(root)).toBe(false);
  fs.mkdirSync(path.join(root, 'node_modules'));
  const note = { packages: { 'node_modules/a': locked['node_modules/a'] } };
  fs.writeFileSync(path.join(root, 'node_modules', '.package-lock.json'), JSON.stringify(note));
  expect(isInstalled(root)).toBe(true);
  expect(isInstalled(root)).toBe(true);
  const newer = { ...locked, 'node_modules/a': { version: '2.0.0', integrity: 'w' } };
  fs.writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages: newer }));
  expect(isInstalled(root)).toBe(false);
});
