import { readModel, writeModel } from '../../../src/plugins/procedures/server/src/packages/model-xml';
import { readPackage } from '../../../src/plugins/procedures/server/src/packages/read-package';
import { rewritePackage } from '../../../src/plugins/procedures/server/src/packages/rewrite-package';
import { unrewritePackage } from '../../../src/plugins/procedures/server/src/packages/unrewrite-package';
import { exampleFiles } from './example-package';

test('rewriting the example and undoing it gives the stored model back', async () => {
  const pkg = await readPackage(exampleFiles());
  const rewritten = await rewritePackage(pkg, { tenantId: 'tam-thanh' });
  expect(rewritten.ids).toEqual([
    { kind: 'process', plainId: 'vi-du', deployedId: 'tam_thanh__vi_du__vi-du' },
    { kind: 'message', plainId: 'bat-dau', deployedId: 'tam_thanh__vi_du__bat-dau' },
  ]);
  const restored = await unrewritePackage(rewritten);
  const stored = await writeModel(await readModel('bpmn', 'vi-du.bpmn', exampleFiles().get('vi-du.bpmn') as Buffer));
  expect((restored.get('vi-du.bpmn') as Buffer).toString()).toBe(stored.toString());
});
