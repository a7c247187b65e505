import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { exportLines, loadEnvFile, parseEnvFile } from '../../../src/local-services/env-file.mjs';
import { tempFolder } from './temp-folder.mjs';

test('comments and empty lines are passed over, quotes are taken off', () => {
  expect(parseEnvFile('# a\n\nA=1\nexport B="two words"\nC = \'x=y\'\n#D=4\n')).toEqual({
    A: '1',
    B: 'two words',
    C: 'x=y',
  });
});

test('what the environment sets already stays, and an empty line sets nothing', () => {
  const file = path.join(tempFolder(), '.env');
  fs.writeFileSync(file, 'PORT=1\nHOST=h\nDATABASE_URL=\n');
  const env = { PORT: '2' };
  loadEnvFile(file, env);
  expect(env).toEqual({ PORT: '2', HOST: 'h' });
});

test('a shell reads back what was written for it', () => {
  const file = path.join(tempFolder(), 'services.env');
  fs.writeFileSync(file, exportLines({ ODD: `it's $HOME "x"` }));
  expect(execFileSync('sh', ['-c', `. ${file}; printf %s "$ODD"`], { encoding: 'utf8' })).toBe(`it's $HOME "x"`);
});
