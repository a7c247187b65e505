import { recogniseFile } from '../../../src/plugins/procedures/server/src/attachments/recognise-file';
import { docx, eicar, pdf, photoWithPlace, png, zipOf } from '../../support/sample-files';

const withHead = (hex: string, text = '') =>
  Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from(text), Buffer.alloc(64)]);
const MB = 1024 * 1024;
const ODT = 'application/vnd.oasis.opendocument.text';
const parts = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`word/media/${at}.png`, 'x']));
/** The last entry's size, as its directory says it. */
function declaring(zip: Buffer, size: number): Buffer {
  const changed = Buffer.from(zip);
  changed.writeUInt32LE(size, changed.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  return changed;
}
const refusal = (name: string, bytes: Buffer): string => {
  try {
    recogniseFile(name, bytes);
    return 'taken';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a file is recognised by its content', () => {
  it.each([
    ['ảnh.JPG', photoWithPlace(), 'jpeg'],
    ['ảnh.png', png, 'png'],
    ['a.webp', Buffer.from('RIFF1234WEBPVP8 aaaaaaaa'), 'webp'],
    ['a.heic', withHead('00000018', 'ftypheic'), 'heic'],
    ['biên bản.pdf', pdf, 'pdf'],
    ['tờ trình.docx', docx(), 'docx'],
    ['bảng.xlsx', zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }), 'xlsx'],
    ['thư có bảng tính.docx', docx({ 'word/embeddings/Sheet1.xlsx': zipOf({ 'xl/workbook.xml': '' }) }), 'docx'],
    ['chữ nén tốt.docx', docx({ 'word/document2.xml': 'lặp lại '.repeat(100_000) }), 'docx'],
    ['a.odt', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'odt'],
    ['a.doc', withHead('d0cf11e0a1b11ae1'), 'doc'],
    ['a.mp3', Buffer.from('ID3aaaaaaaaaaaaaaaaa'), 'mp3'],
    ['a.m4a', withHead('00000018', 'ftypM4A '), 'm4a'],
    ['a.mp4', withHead('00000018', 'ftypmp42'), 'mp4'],
    ['a.wav', Buffer.from('RIFF1234WAVEfmt aaaa'), 'wav'],
    ['ghi chú.txt', Buffer.from('Nguyễn Văn Mẫu 😀\r\n'), 'text'],
  ])('takes %s', (name, bytes, kind) => {
    expect(recogniseFile(name, bytes).kind).toBe(kind);
  });

  it.each([
    ['a program that is called a picture', 'a.jpg', withHead('4d5a9000'), 'FILE_CONTENT_NOT_AS_NAMED'],
    ['a picture that is called a document', 'a.pdf', png, 'FILE_CONTENT_NOT_AS_NAMED'],
    ['a zip that is called a document', 'a.docx', zipOf({ 'a.exe': 'MZ' }), 'FILE_CONTENT_NOT_AS_NAMED'],
    ['a zip whose directory is broken', 'a.docx', docx().subarray(0, 60), 'FILE_CONTENT_NOT_AS_NAMED'],
    ['binary that is called text', 'a.txt', Buffer.from([1, 2, 0, 255]), 'FILE_CONTENT_NOT_AS_NAMED'],
    ['a page of the web', 'a.html', Buffer.from('<script>alert(1)</script>'), 'FILE_KIND_NOT_TAKEN'],
    ['a drawing that can run', 'a.svg', Buffer.from('<svg onload="alert(1)"/>'), 'FILE_KIND_NOT_TAKEN'],
    ['a name without an extension', 'tệp', pdf, 'FILE_KIND_NOT_TAKEN'],
    ['a document with macros', 'a.docx', docx({ 'word/vbaProject.bin': 'x' }), 'FILE_HOLDS_MACROS'],
    [
      'a document that unpacks to what no machine holds',
      'a.docx',
      docx({ 'word/a.xml': Buffer.alloc(30 * MB) }),
      'FILE_UNPACKS_TOO_FAR',
    ],
    [
      'a document that says it unpacks to more',
      'a.docx',
      declaring(docx({ 'word/a.xml': 'x' }), 0xffffffff),
      'FILE_UNPACKS_TOO_FAR',
    ],
    [
      'a document that says it unpacks to less',
      'a.docx',
      declaring(docx({ 'word/a.xml': 'x'.repeat(9999) }), 7),
      'FILE_UNPACKS_TOO_FAR',
    ],
    ['a document of too many parts', 'a.docx', docx(parts(2_100)), 'FILE_UNPACKS_TOO_FAR'],
    ['a document with an archive', 'a.docx', docx({ 'word/media/a.zip': zipOf({ a: 'b' }) }), 'FILE_HOLDS_ARCHIVE'],
    [
      'a document with a hidden archive',
      'a.odt',
      zipOf({ mimetype: ODT, 'Pictures/a.png': zipOf({ a: 'b' }) }),
      'FILE_HOLDS_ARCHIVE',
    ],
    ['the test virus packed into a document', 'a.docx', docx({ 'word/media/a.txt': eicar }), 'FILE_INFECTED'],
    [
      'an old document with macros',
      'a.doc',
      Buffer.concat([withHead('d0cf11e0a1b11ae1'), Buffer.from('_VBA_PROJECT', 'utf16le')]),
      'FILE_HOLDS_MACROS',
    ],
  ])('refuses %s', (_what, name, bytes, code) => {
    expect(refusal(name, bytes)).toBe(code);
  });
});
