import { drawnSteps } from '../../../src/plugins/procedures/server/src/drafts/drawn-steps';
import * as modelXml from '../../../src/plugins/procedures/server/src/packages/model-xml';
import { readPackage } from '../../../src/plugins/procedures/server/src/packages/read-package';
import { readSharedModel } from '../../../src/plugins/procedures/server/src/packages/read-shared-model';
import { rewritePackage } from '../../../src/plugins/procedures/server/src/packages/rewrite-package';
import { exampleFiles } from './example-package';

jest.mock('../../../src/plugins/procedures/server/src/packages/model-xml', () => {
  const real = jest.requireActual('../../../src/plugins/procedures/server/src/packages/model-xml');
  return { ...real, readModel: jest.fn(real.readModel) };
});

const parsing = jest.mocked(modelXml.readModel);
const PATH = 'vi-du.bpmn';
const drawing = () => exampleFiles().get(PATH) as Buffer;

beforeEach(() => parsing.mockClear());

test('the same bytes are parsed once, also for two who ask at once', async () => {
  const content = drawing();
  const [first, second] = await Promise.all([
    readSharedModel('bpmn', PATH, content),
    readSharedModel('bpmn', PATH, content),
  ]);
  expect(second).toBe(first);
  expect(await readSharedModel('bpmn', PATH, content)).toBe(first);
  expect(parsing).toHaveBeenCalledTimes(1);
});

test('under another path they are parsed anew, and the model says where it stands', async () => {
  const content = drawing();
  const before = await readSharedModel('bpmn', PATH, content);
  const after = await readSharedModel('bpmn', 'khac.bpmn', content);
  expect([before.path, after.path]).toEqual([PATH, 'khac.bpmn']);
  expect(after.definitions).not.toBe(before.definitions);
  expect(parsing).toHaveBeenCalledTimes(2);
});

test('other bytes of the same content are parsed anew', async () => {
  await readSharedModel('bpmn', PATH, drawing());
  await readSharedModel('bpmn', PATH, drawing());
  expect(parsing).toHaveBeenCalledTimes(2);
});

test('what cannot be read is refused each time, with the path that was asked for', async () => {
  const content = Buffer.from('<bpmn');
  const refusal = (path: string) =>
    readSharedModel('bpmn', path, content).then(
      () => null,
      (error: { code: string; detail: { file: string } }) => error,
    );
  const first = await refusal('a.bpmn');
  expect(first).toMatchObject({ code: 'PACKAGE_MODEL_UNREADABLE', detail: { file: 'a.bpmn' } });
  const second = await refusal('a.bpmn');
  expect(second).toMatchObject({ code: 'PACKAGE_MODEL_UNREADABLE', detail: { file: 'a.bpmn' } });
  expect(second).not.toBe(first);
  expect(await refusal('b.bpmn')).toMatchObject({ detail: { file: 'b.bpmn' } });
  expect(parsing).toHaveBeenCalledTimes(3);
});

test('a package and the steps drawn in it are read from one parsing', async () => {
  const files = exampleFiles();
  const steps = await drawnSteps(files);
  const read = await readPackage(files);
  expect(steps?.length).toBeGreaterThan(0);
  expect([...read.models.keys()]).toEqual([PATH]);
  expect(parsing.mock.calls.filter(([, path]) => path === PATH)).toHaveLength(1);
});

test('what is deployed is made from a model of its own, so that the shared one keeps its plain ids', async () => {
  const files = exampleFiles();
  const read = await readPackage(files);
  const ids = () => JSON.stringify(read.models.get(PATH)?.definitions);
  const before = ids();
  await rewritePackage(read, { tenantId: 'mot' });
  expect(ids()).toBe(before);
  expect((await readPackage(files)).models.get(PATH)).toBe(read.models.get(PATH));
});
