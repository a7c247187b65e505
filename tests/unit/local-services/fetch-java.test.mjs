import { fetchJava } from '../../../src/local-services/fetch-java.mjs';
import { progressTo } from '../../../src/local-services/progress.mjs';
import { tempFolder } from './temp-folder.mjs';

test('with neither Java nor Python it is said what to install', async () => {
  const env = { XDG_CACHE_HOME: tempFolder(), PATH: tempFolder() };
  await expect(
    fetchJava(
      progressTo(() => {}),
      env,
    ),
  ).rejects.toMatchObject({
    vi: expect.stringContaining('Không tìm thấy Java 21'),
    en: expect.stringContaining('Expected Java 21 or newer, or Python 3 with pip'),
  });
});
