// Owns the picture that people see: without what a camera writes beside the picture (where it was taken, by which
// device, when). The file itself is evidence and stays as it came. Pure, over the bytes; the picture is not touched.

/** The bytes to show, or null for a picture that cannot be read. */
export function stripMetadata(kind: string, bytes: Buffer): Buffer | null {
  if (kind === 'jpeg') return stripJpeg(bytes);
  if (kind === 'png') return stripPng(bytes);
  return kind === 'webp' ? stripWebp(bytes) : null;
}

const EXIF = Buffer.from('Exif\0\0', 'latin1');
/** Kept: JFIF, colour profile, Adobe's colour transform. All other application segments and comments go. */
const KEPT_SEGMENTS = new Set([0xe0, 0xe2, 0xee]);

function stripJpeg(bytes: Buffer): Buffer | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  const kept: Buffer[] = [];
  let orientation = 1;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at, at + 2 + length);
    if (marker === 0xe1 && segment.subarray(4, 10).equals(EXIF)) orientation = orientationOf(segment.subarray(10));
    const isSide = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    if (!isSide || KEPT_SEGMENTS.has(marker)) kept.push(segment);
    at += 2 + length;
    if (marker === 0xda) {
      const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
      // What stands behind the end of the picture (a second picture, a film) may tell as much as Exif.
      const picture = bytes.subarray(at, end > at ? end + 2 : bytes.length);
      return Buffer.concat([Buffer.from([0xff, 0xd8]), orientationSegment(orientation), ...kept, picture]);
    }
  }
  return null;
}

/** Which way up: the one thing of Exif without which a phone's photo lies on its side. */
function orientationOf(tiff: Buffer): number {
  if (tiff.length < 8) return 1;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const count = Math.min(u16(first), 200);
  for (let index = 0; index < count; index += 1) {
    const at = first + 2 + index * 12;
    if (u16(at) !== 0x0112) continue;
    const value = u16(at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

function orientationSegment(orientation: number): Buffer {
  if (orientation === 1) return Buffer.alloc(0);
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(2 + EXIF.length + tiff.length, 2);
  return Buffer.concat([head, EXIF, tiff]);
}

const PNG_SIDE = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME']);

function stripPng(bytes: Buffer): Buffer | null {
  if (bytes.length < 20 || bytes.readUInt32BE(0) !== 0x89504e47) return null;
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const chunk = bytes.subarray(at, at + 12 + length);
    if (!PNG_SIDE.has(type)) kept.push(chunk);
    if (type === 'IEND') return Buffer.concat(kept);
    at += 12 + length;
  }
  return null;
}

function stripWebp(bytes: Buffer): Buffer | null {
  if (bytes.length < 20 || bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const chunk = Buffer.from(bytes.subarray(at, at + 8 + length + (length % 2)));
    // The extended header says whether Exif (8) and XMP (4) follow.
    if (type === 'VP8X' && chunk.length > 8) chunk[8] = (chunk[8] as number) & ~0x0c;
    if (type !== 'EXIF' && type !== 'XMP ') kept.push(chunk);
    at += 8 + length + (length % 2);
  }
  const body = Buffer.concat(kept);
  const head = Buffer.alloc(12);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  head.write('WEBP', 8, 'latin1');
  return Buffer.concat([head, body]);
}
