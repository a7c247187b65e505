import { readFileSync } from 'node:fs';
import path from 'node:path';
import PizZip from 'pizzip';
import { checkTemplate } from '../../../src/plugins/procedures/server/src/docx/check-template';
import { openDocx } from '../../../src/plugins/procedures/server/src/docx/open-docx';
import { ProblemError } from '../../../src/plugins/procedures/server/src/problems/problem-error';
import { aDocx } from './a-docx';

const VALUES = {
  title: '=record.title',
  hasNote: { from: '=record.note != null', as: 'flag' as const },
  rows: { each: '=record.rows', fields: { name: '=item.name' } },
};
const refusal = (docx: Buffer, values = VALUES): ProblemError => {
  try {
    checkTemplate(docx, values);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('Expected the template to be refused, but it was taken');
};
const relation = (attributes: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" ${attributes}/></Relationships>`;
const code = (text: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${text}</w:p></w:body></w:document>`;

describe('a template', () => {
  it('is taken when every placeholder is known, and packed anew', () => {
    const checked = checkTemplate(
      aDocx(['{title}', '{#rows}', '{name} {title}', '{/rows}', '{#hasNote}có{/hasNote}']),
      VALUES,
    );
    expect([...checked.used].sort()).toEqual(['hasNote', 'name', 'rows', 'title']);
    expect([...openDocx(checked.docx).keys()].sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
    ]);
  });

  it('is refused with the place of each unknown placeholder', () => {
    const problem = refusal(aDocx(['Kính gửi {nguoiNhan}', '{#rows}', '{tuoi}', '{/rows}']));
    expect(problem).toMatchObject({ code: 'TEMPLATE_REFUSED', status: 422 });
    expect(JSON.stringify(problem.detail)).toContain(
      '{nguoiNhan} (trong thân văn bản, gần \\"Kính gửi {nguoiNhan}\\")',
    );
    expect(JSON.stringify(problem.detail)).toContain('{tuoi}');
  });

  it.each([
    ['a list as a value', ['{rows}']],
    ['a value as a list', ['{#title}', 'x', '{/title}']],
    ['a section that is not closed', ['{#rows}', '{name}']],
    ['an expression', ['{title.constructor}']],
    ['a call', ['{constructor("return process")()}']],
    ['raw XML', ['{@title}']],
    ['other brackets', ['{=&lt;% %&gt;=}', '&lt;%title%&gt;']],
  ])('is refused when it uses %s', (_what, texts) => {
    expect(refusal(aDocx(texts)).code).toBe('TEMPLATE_REFUSED');
  });

  it.each<[string, Record<string, string | Buffer>, string]>([
    ['macros', { 'word/vbaProject.bin': Buffer.from('x') }, 'macro'],
    ['an embedded object', { 'word/embeddings/oleObject1.xlsx': 'x' }, 'OLE'],
    [
      'an outside picture',
      {
        'word/_rels/document.xml.rels': relation(
          'Type="x/image" Target="http://example.invalid/a.png" TargetMode="External"',
        ),
      },
      'liên kết ra ngoài',
    ],
    [
      'an attached template',
      { 'word/_rels/settings.xml.rels': relation('Type="http://x/attachedTemplate" Target="a.dotm"') },
      'mẫu ngoài',
    ],
    ['an entity', { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }, 'thực thể'],
    [
      'a field that fetches, in pieces',
      {
        'word/document.xml': code(
          '<w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT "x"</w:instrText></w:r>',
        ),
      },
      'INCLUDETEXT',
    ],
    ['another content type', { '[Content_Types].xml': '<Types/>' }, '.docx'],
  ])('is refused with %s', (_what, extra, word) => {
    expect(refusal(aDocx(['{title}'], extra)).vi).toContain(word);
  });

  it.each([
    ['a text file', Buffer.from('đây là văn bản thường, không phải Word')],
    ['nothing', Buffer.alloc(0)],
    ['half a file', aDocx(['{title}']).subarray(0, 300)],
    ['too large a file', Buffer.alloc(3 * 1024 * 1024, 'PK')],
  ])('is refused when it is %s', (_what, content) => {
    expect(refusal(content).code).toBe('TEMPLATE_REFUSED');
  });

  it('is refused when it unpacks to more than it may, whatever its header says', () => {
    const bomb = aDocx(['{title}'], { 'word/media/a.xml': Buffer.alloc(64 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    // The size in the central directory is a lie; the stream is what counts.
    const entry = bomb.lastIndexOf(Buffer.from('word/media/a.xml'));
    bomb.writeUInt32LE(10, entry - 46 + 24);
    expect(refusal(bomb).vi).toContain('quá lớn');
  });

  it('is refused with a name that leaves the file', () => {
    const zip = new PizZip(aDocx(['{title}']));
    zip.file('../evil.xml', 'x');
    expect(refusal(zip.generate({ type: 'nodebuffer' }) as Buffer).code).toBe('TEMPLATE_REFUSED');
  });
});

describe('the templates of the first package', () => {
  const folder = path.join(__dirname, '../../../bpmn/nguon-tin');
  const { documents } = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  it.each(documents.map((one: { id: string }) => [one.id, one]))(
    '%s has all its values and no other',
    (_id, document) => {
      const { used } = checkTemplate(readFileSync(path.join(folder, document.file)), document.values);
      expect(Object.keys(document.values).filter((name) => !used.has(name))).toEqual([]);
    },
  );
});
