import { checkFiles } from '../../../src/plugins/procedures/server/src/packages/check-package';
import type { Manifest } from '../../../src/plugins/procedures/server/src/packages/types';
import { aDocx } from '../docx/a-docx';
import { changeJson, exampleFiles } from './example-package';

const DOCUMENT = {
  id: 'giay-hen',
  file: 'documents/giay-hen.docx',
  title: { vi: 'Giấy hẹn', en: 'Appointment slip' },
  confirmation: { state: 'UNCONFIRMED' as const },
  effectiveFrom: '2026-01-01',
  values: { tieuDe: '=record.title' },
};
async function findings(change: (document: typeof DOCUMENT & Record<string, unknown>) => void, docx?: Buffer | null) {
  const document = structuredClone(DOCUMENT);
  change(document);
  const files = exampleFiles({
    'manifest.json': changeJson<Manifest>((value) => Object.assign(value, { documents: [document] })),
  });
  if (docx !== null) files.set(DOCUMENT.file, docx ?? aDocx(['{tieuDe}']));
  return (await checkFiles(files))
    .map((one) => `${one.code} ${one.vi}`)
    .filter((one) => /document|event-|group-|feel/.test(one));
}

describe('the check of documents', () => {
  it('has nothing to say of one that is right', async () => {
    expect(await findings(() => undefined)).toEqual([]);
  });
  it('names a placeholder that nothing fills, and where it stands', async () => {
    const [said] = await findings(() => undefined, aDocx(['{tieuDe}', 'Gửi {nguoiNhan}']));
    expect(said).toContain('document-template không có ô tên {nguoiNhan} (trong thân văn bản, gần "Gửi {nguoiNhan}")');
  });
  it('names a mapping that leads nowhere', async () => {
    const said = await findings((one) => Object.assign(one.values, { tieuDe: '=recrod.title' }));
    expect(said[0]).toContain('document-value-unknown Ô {tieuDe} của văn bản "giay-hen" lấy từ "recrod"');
  });
  it('names a mapping that is not FEEL, a missing file, an unknown event, group and choice', async () => {
    expect((await findings((one) => Object.assign(one.values, { tieuDe: '=record.' })))[0]).toContain('feel-syntax');
    expect((await findings(() => undefined, null))[0]).toContain('document-missing');
    expect((await findings((one) => Object.assign(one, { offered: { events: ['KHONG_CO'] } })))[0]).toContain(
      'event-unknown',
    );
    expect((await findings((one) => Object.assign(one, { groups: ['X/y'] })))[0]).toContain('group-unknown');
    const words = await findings((one) =>
      Object.assign(one.values, { tieuDe: { from: '=record.title', words: 'record.none' } }),
    );
    expect(words[0]).toContain('document-words-unknown');
  });
  it('warns of a value that the template does not use', async () => {
    const said = await findings((one) => Object.assign(one.values, { thua: '=record.detail' }));
    expect(said[0]).toContain('document-value-unused');
  });
});
