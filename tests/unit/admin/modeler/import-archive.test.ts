import JSZip from 'jszip';

import { put } from '../../../../src/plugins/procedures/admin/src/api/send';
import { commonFolder, importArchive } from '../../../../src/plugins/procedures/admin/src/pages/packages/importArchive';
import { freeKey } from '../../../../src/plugins/procedures/admin/src/pages/packages/modeler/blocks/freeKey';

jest.mock('../../../../src/plugins/procedures/admin/src/api/send', () => ({ put: jest.fn() }));

test.each([
  [['manifest.json', 'a.bpmn'], ''],
  [['goi/manifest.json', 'goi/a.bpmn'], 'goi/'],
  [['a.bpmn'], ''],
])('the folder that a package was packed in is left out: %j', (names, folder) =>
  expect(commonFolder(names)).toBe(folder),
);

describe('a zip', () => {
  const sent = jest.mocked(put);
  const draft = { draft: { id: 'd' }, files: [{ path: 'a.bpmn', revision: 3 }] } as unknown as Parameters<
    typeof importArchive
  >[0];
  const zipOf = async (files: Record<string, string>): Promise<Blob> => {
    const zip = new JSZip();
    for (const [name, text] of Object.entries(files)) zip.file(name, text);
    const packed = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    return packed as unknown as Blob;
  };
  beforeEach(() => sent.mockReset());

  it('comes in file by file, over the ones of the same name, and tells what stays outside', async () => {
    const told: number[][] = [];
    const zip = await zipOf({ 'goi/manifest.json': '{}', 'goi/a.bpmn': '<a/>', 'goi/mau.docx': 'x' });
    const imported = await importArchive(draft, zip, (...now) => told.push(now));
    expect(imported).toEqual({ saved: ['manifest.json', 'a.bpmn'], left: ['mau.docx'] });
    expect(sent.mock.calls.map(([, body]) => body)).toEqual([
      { path: 'manifest.json', revision: 0, text: '{}' },
      { path: 'a.bpmn', revision: 3, text: '<a/>' },
    ]);
    expect(told).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('that is none, or holds nothing that a draft takes, is refused', async () => {
    const refused = { response: { data: { error: { code: 'ARCHIVE_REFUSED' } } } };
    const none = new Uint8Array([1, 2, 3]) as unknown as Blob;
    await expect(importArchive(draft, none, () => undefined)).rejects.toMatchObject(refused);
    await expect(importArchive(draft, await zipOf({ 'a.txt': 'a' }), () => undefined)).rejects.toMatchObject(refused);
    expect(sent).not.toHaveBeenCalled();
  });

  it('that unpacks to more than a draft takes is refused', async () => {
    const bomb = await zipOf({ 'a.bpmn': ' '.repeat(33 * 1024 * 1024) });
    expect((bomb as unknown as Uint8Array).length).toBeLessThan(200_000);
    await expect(importArchive(draft, bomb, () => undefined)).rejects.toMatchObject({
      response: { data: { error: { code: 'ARCHIVE_REFUSED' } } },
    });
    expect(sent).not.toHaveBeenCalled();
  });

  it('is told which file of it the server refuses, and how many came before', async () => {
    sent.mockResolvedValueOnce(undefined).mockRejectedValueOnce({
      status: 422,
      response: { data: { error: { code: 'XML', vi: 'Không đọc được.', en: 'Not readable.' } } },
    });
    const zip = await zipOf({ 'a.bpmn': '<a/>', 'b.bpmn': '<b', 'c.bpmn': '<c/>' });
    await expect(importArchive(draft, zip, () => undefined)).rejects.toMatchObject({
      response: {
        data: {
          error: {
            code: 'XML',
            vi: 'b.bpmn: Không đọc được. Đã nhập 1 tệp trước đó; tệp này và các tệp sau chưa nhập.',
          },
        },
      },
    });
    expect(sent).toHaveBeenCalledTimes(2);
  });
});

describe('a key made of words', () => {
  it.each([
    ['Phê duyệt lần hai', '_', 'phe_duyet_lan_hai'],
    ['Đề nghị', '-', 'de-nghi'],
    ['2 ngày', '_', 'ngay'],
    ['—', '_', 'buoc'],
  ] as const)('%s', (words, joint, key) => expect(freeKey(words, joint, () => false)).toBe(key));

  it('is another when it is taken', () => expect(freeKey('A', '_', (key) => key === 'a')).toBe('a_2'));
});
