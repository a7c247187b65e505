import fs from 'node:fs';
import path from 'node:path';
import { restoreLinks } from '../../../src/local-services/postgres-programs.mjs';
import { canReach } from '../../../src/local-services/postgres-user.mjs';
import { tempFolder } from './temp-folder.mjs';

test('a private folder anywhere above keeps another user out', () => {
  const root = tempFolder();
  const inner = path.join(root, 'private', 'inner');
  fs.mkdirSync(inner, { recursive: true });
  const stranger = { uid: 64_000, gid: 64_000 };
  fs.chmodSync(root, 0o711);
  expect(canReach(inner, stranger)).toBe(true);
  fs.chmodSync(path.join(root, 'private'), 0o700);
  expect(canReach(inner, stranger)).toBe(false);
  expect(canReach(inner, { uid: fs.statSync(root).uid, gid: 0 })).toBe(true);
});

test("links that npm's install script would have made are made by us", () => {
  const folder = tempFolder();
  fs.mkdirSync(path.join(folder, 'native', 'lib'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'native', 'lib', 'liba.so.1.2'), 'library');
  const links = [{ source: 'native/lib/liba.so.1.2', target: 'native/lib/liba.so.1' }];
  fs.writeFileSync(path.join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  restoreLinks(folder);
  restoreLinks(folder);
  expect(fs.readlinkSync(path.join(folder, 'native/lib/liba.so.1'))).toBe('liba.so.1.2');
});
