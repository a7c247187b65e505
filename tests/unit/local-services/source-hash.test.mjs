import fs from 'node:fs';
import path from 'node:path';
import { sourceHash } from '../../../src/local-services/source-hash.mjs';
import { tempFolder } from './temp-folder.mjs';

test('a build is stale when a source changes, comes, goes or moves, and not when another file does', () => {
  const root = tempFolder();
  const write = (name, text) => {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  };
  const hash = () => sourceHash(root, ['src', 'missing', 'tsconfig.json'], (name) => !name.endsWith('.md'));
  write('src/a.ts', 'a');
  write('tsconfig.json', '{}');
  const first = hash();
  write('src/readme.md', 'other');
  write('elsewhere/b.ts', 'b');
  expect(hash()).toBe(first);

  const seen = new Set([first]);
  const expectStale = () => {
    expect(seen.has(hash())).toBe(false);
    seen.add(hash());
  };
  write('src/a.ts', 'A');
  expectStale();
  write('src/b.ts', '');
  expectStale();
  fs.renameSync(path.join(root, 'src/b.ts'), path.join(root, 'src/c.ts'));
  expectStale();
  write('tsconfig.json', '{ }');
  expectStale();
});
