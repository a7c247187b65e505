import fs from 'node:fs';
import path from 'node:path';
import { secretsOf } from '../../../src/local-services/secrets.mjs';
import { tempFolder } from './temp-folder.mjs';

test('secrets are drawn once and readable by their owner only', () => {
  const folder = tempFolder();
  const first = secretsOf(folder);
  expect(first.APP_KEYS.split(',')).toHaveLength(4);
  expect(first.JWT_SECRET).toHaveLength(43);
  expect(fs.statSync(path.join(folder, 'secrets.env')).mode & 0o777).toBe(0o600);
  expect(secretsOf(folder)).toEqual(first);
  expect(secretsOf(tempFolder()).JWT_SECRET).not.toBe(first.JWT_SECRET);
});

test('a file that others could read is closed, and a secret that it lacks is added', () => {
  const folder = tempFolder();
  const file = path.join(folder, 'secrets.env');
  fs.writeFileSync(file, 'JWT_SECRET=kept\n', { mode: 0o644 });
  const secrets = secretsOf(folder);
  expect(secrets.JWT_SECRET).toBe('kept');
  expect(secrets.API_TOKEN_SALT).toHaveLength(43);
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
});

test("the operator's own secret wins and is not written down", () => {
  const folder = tempFolder();
  expect(secretsOf(folder, { JWT_SECRET: 'mine' }).JWT_SECRET).toBe('mine');
  expect(fs.readFileSync(path.join(folder, 'secrets.env'), 'utf8')).not.toContain('mine');
});
