import { stripMetadata } from '../../../src/plugins/procedures/server/src/attachments/strip-metadata';
import { photoWithPlace, png } from '../../support/sample-files';

const chunk = (type: string, content: string) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, Buffer.from(content, 'latin1'), Buffer.alloc(4)]);
};

describe('the picture that is shown', () => {
  it('does not say where a photo was taken, but still which way up it is', () => {
    const shown = stripMetadata('jpeg', photoWithPlace(6)) as Buffer;
    expect(shown.includes('GPS')).toBe(false);
    expect(shown.subarray(0, 2).toString('hex')).toBe('ffd8');
    expect(shown.subarray(-7).toString('hex')).toBe('0102090807ffd9');
    const orientation = shown.indexOf(Buffer.from('0112000300000001', 'hex'));
    expect(shown.readUInt16BE(orientation + 8)).toBe(6);
    expect(stripMetadata('jpeg', photoWithPlace(1))?.includes('Exif')).toBe(false);
  });

  it('keeps a PNG without its texts', () => {
    const told = Buffer.concat([
      png.subarray(0, 33),
      chunk('tEXt', 'GPS here'),
      chunk('eXIf', 'GPS'),
      png.subarray(33),
    ]);
    expect(stripMetadata('png', told)?.equals(png)).toBe(true);
  });

  it('keeps a WebP without Exif and XMP, and says so in its header', () => {
    const part = (type: string, content: Buffer) => {
      const head = Buffer.alloc(8);
      head.write(type, 0, 'latin1');
      head.writeUInt32LE(content.length, 4);
      return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
    };
    const riff = (parts: Buffer[]) => {
      const body = Buffer.concat([Buffer.from('WEBP'), ...parts]);
      const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
      head.writeUInt32LE(body.length, 4);
      return Buffer.concat([head, body]);
    };
    const picture = part('VP8 ', Buffer.from([1, 2, 3]));
    const told = riff([part('VP8X', Buffer.from([0x0c, 0, 0, 0])), picture, part('EXIF', Buffer.from('GPS'))]);
    expect(stripMetadata('webp', told)?.equals(riff([part('VP8X', Buffer.from([0, 0, 0, 0])), picture]))).toBe(true);
  });

  it('is not made of bytes that are no picture', () => {
    for (const kind of ['jpeg', 'png', 'webp', 'pdf']) expect(stripMetadata(kind, Buffer.from('nothing'))).toBeNull();
  });
});
