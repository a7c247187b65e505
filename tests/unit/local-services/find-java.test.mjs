import fs from 'node:fs';
import path from 'node:path';
import { javaMajor, newestEnough } from '../../../src/local-services/find-java.mjs';
import { tempFolder } from './temp-folder.mjs';

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['openjdk version "25" 2025-09-16', 25],
  ['openjdk version "21.0.2" 2024-01-16 LTS', 21],
  ['java version "1.8.0_402"', 8],
  ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "22-ea" 2024-03-19', 22],
  ['command not found', null],
])('the version is read from %j', (output, major) => {
  expect(javaMajor(output)).toBe(major);
});

test('an old Java that comes first is passed over for a newer one, and a broken one is no obstacle', async () => {
  const folder = tempFolder();
  const fake = (name, script) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return file;
  };
  const old = fake('old', `echo 'openjdk version "17.0.1"' >&2`);
  const broken = fake('broken', 'exit 1');
  const newer = fake('newer', `echo 'openjdk version "21.0.1"' >&2`);
  expect(await newestEnough([old, broken, newer])).toBe(newer);
  expect(await newestEnough([old, broken])).toBeNull();
});
