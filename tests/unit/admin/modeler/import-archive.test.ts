import { commonFolder } from '../../../../src/plugins/procedures/admin/src/pages/packages/importArchive';
import { freeKey } from '../../../../src/plugins/procedures/admin/src/pages/packages/modeler/blocks/freeKey';

jest.mock('../../../../src/plugins/procedures/admin/src/api/send', () => ({ put: jest.fn() }));

test.each([
  [['manifest.json', 'a.bpmn'], ''],
  [['goi/manifest.json', 'goi/a.bpmn'], 'goi/'],
  [['a.bpmn'], ''],
])('the folder that a package was packed in is left out: %j', (names, folder) =>
  expect(commonFolder(names)).toBe(folder),
);

describe('a key made of words', () => {
  it.each([
    ['Phê duyệt lần hai', '_', 'phe_duyet_lan_hai'],
    ['Đề nghị', '-', 'de-nghi'],
    ['2 ngày', '_', 'ngay'],
    ['—', '_', 'buoc'],
  ] as const)('%s', (words, joint, key) => expect(freeKey(words, joint, () => false)).toBe(key));

  it('is another when it is taken', () => expect(freeKey('A', '_', (key) => key === 'a')).toBe('a_2'));
});
