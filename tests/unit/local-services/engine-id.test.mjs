import fs from 'node:fs';
import path from 'node:path';
import { engineIdOf } from '../../../src/local-services/engine-id.mjs';
import { tempFolder } from './temp-folder.mjs';

test('data that is kept keeps its engine id, new data gets a new one', () => {
  const folder = path.join(tempFolder(), 'broker');
  const first = engineIdOf(folder);
  expect(first.engineId).toMatch(/^[0-9a-f-]{36}$/);
  expect(engineIdOf(folder)).toEqual(first);
  fs.rmSync(first.brokerData, { recursive: true });
  expect(engineIdOf(folder).engineId).not.toBe(first.engineId);
});

test('data whose id is lost is set aside, never given another id', () => {
  const folder = path.join(tempFolder(), 'broker');
  const { brokerData } = engineIdOf(folder);
  fs.writeFileSync(path.join(brokerData, 'log'), 'records');
  fs.rmSync(path.join(folder, 'engine-id'));
  engineIdOf(folder);
  expect(fs.readdirSync(brokerData)).toEqual([]);
  const aside = fs.readdirSync(folder).find((name) => name.startsWith('data.without-id.'));
  expect(fs.readdirSync(path.join(folder, aside))).toEqual(['log']);
});
