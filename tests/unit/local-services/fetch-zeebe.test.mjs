import fs from 'node:fs';
import path from 'node:path';
import { expectChecksum, fetchZeebe } from '../../../src/local-services/fetch-zeebe.mjs';
import { progressTo } from '../../../src/local-services/progress.mjs';
import { tempFolder } from './temp-folder.mjs';

const quiet = progressTo(() => {});

test('a file with the right checksum is kept', async () => {
  const file = path.join(tempFolder(), 'archive');
  fs.writeFileSync(file, 'abc');
  await expectChecksum(file, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(fs.existsSync(file)).toBe(true);
});

test('an archive with a wrong checksum is removed, refused in two languages, and nothing is unpacked', async () => {
  const cache = tempFolder();
  const folder = path.join(cache, 'procedures-ward');
  const archive = path.join(folder, 'camunda-zeebe-8.5.8.tar.gz');
  fs.mkdirSync(folder);
  fs.writeFileSync(archive, 'cut short');
  await expect(fetchZeebe(quiet, { XDG_CACHE_HOME: cache })).rejects.toMatchObject({
    vi: expect.stringContaining('sai mã kiểm tra SHA-256'),
    en: expect.stringContaining('It was removed and is not used'),
  });
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('an unpacked distribution that lost a part is not taken for whole', async () => {
  const cache = tempFolder();
  const folder = path.join(cache, 'procedures-ward');
  const home = path.join(folder, 'zeebe-8.5.8');
  fs.mkdirSync(path.join(home, 'lib'), { recursive: true });
  fs.writeFileSync(path.join(home, 'lib', 'a.jar'), 'aaaa');
  fs.writeFileSync(path.join(home, 'files.json'), JSON.stringify([['a.jar', 4]]));
  expect(await fetchZeebe(quiet, { XDG_CACHE_HOME: cache })).toBe(home);

  fs.writeFileSync(path.join(home, 'lib', 'a.jar'), 'aa');
  // It would be fetched anew; here it finds a wrong archive instead, and says so.
  fs.writeFileSync(path.join(folder, 'camunda-zeebe-8.5.8.tar.gz'), 'wrong');
  await expect(fetchZeebe(quiet, { XDG_CACHE_HOME: cache })).rejects.toMatchObject({ name: 'Trouble' });
});
