import fs from 'node:fs';
import path from 'node:path';
import { checkPromises } from '../../../src/local-services/check-promises.mjs';
import { tempFolder } from './temp-folder.mjs';

test('words of the domain in the platform, loose ends, long files and loose pins are found; tests may speak', () => {
  const root = tempFolder();
  const write = (name, text) => {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  };
  write('package.json', JSON.stringify({ dependencies: { a: '^1.0.0', b: '1.0.0' } }));
  write('src/plugins/procedures/server/src/a.ts', '// forward\n// Công an\n// a WARD\n');
  write('src/plugins/procedures/server/src/a.test.ts', '// police\n');
  write('src/api/b.ts', `// police\n// ${'TO'}DO\n`);
  write('src/long.ts', '\n'.repeat(501));
  const said = [];
  expect(checkPromises(root, (line) => said.push(line.split(': ')[0]))).toBe(5);
  expect(said).toEqual([
    'src/plugins/procedures/server/src/a.ts:2',
    'src/plugins/procedures/server/src/a.ts:3',
    'src/api/b.ts:2',
    'src/long.ts',
    'package.json',
  ]);
});
