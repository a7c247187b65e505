import { checkFiles } from '../../../src/plugins/procedures/server/src/packages/check-package';
import { exampleFiles } from './example-package';
test('the example has no findings', async () => {
  expect(await checkFiles(exampleFiles())).toEqual([]);
});
