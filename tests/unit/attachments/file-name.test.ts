import {
  dispositionOf,
  fileNameOfHeader,
  normaliseFileName,
} from '../../../src/plugins/procedures/server/src/attachments/file-name';

describe('a file name', () => {
  it.each([
    ['Biên bản 😀.pdf'.normalize('NFD'), 'Biên bản 😀.pdf'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\a\\ảnh.jpg', 'ảnh.jpg'],
    ['a\u0000b\u202egpj.exe\n.txt', 'abgpj.exe.txt'],
    ['  .hidden.pdf. ', 'hidden.pdf'],
    ['a<b>:"c|?*.pdf', 'a_b___c___.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(normaliseFileName(given)).toBe(kept);
  });

  it('is at most 255 bytes long, keeps its extension and cuts no letter in two', () => {
    const name = normaliseFileName(`${'👨‍👩‍👧'.repeat(40)}.pdf`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).toMatch(/^(👨‍👩‍👧)+\.pdf$/u);
  });

  it('is refused when nothing is left of it, or when it cannot be read', () => {
    for (const given of ['', '...', '\u0001', '/'])
      expect(() => normaliseFileName(given)).toThrow('readable file name');
    expect(() => fileNameOfHeader('%E0%A4%A')).toThrow('readable file name');
    expect(() => fileNameOfHeader(undefined)).toThrow('readable file name');
    expect(fileNameOfHeader(encodeURIComponent('Ảnh 😀.jpg'))).toBe('Ảnh 😀.jpg');
  });

  it('is told to browsers without a way to break out of the header', () => {
    expect(dispositionOf('Đơn "1"; x=\'y\'.pdf', false)).toBe(
      "attachment; filename=\"Don _1_; x='y'.pdf\"; filename*=UTF-8''%C4%90%C6%A1n%20%221%22%3B%20x%3D%27y%27.pdf",
    );
    expect(dispositionOf('😀', true)).toBe('inline; filename="tep"; filename*=UTF-8\'\'%F0%9F%98%80');
  });
});
