// docx/ owns Word templates as files: opening one that came from anywhere, judging it, filling it. Pure: no database,
// no network, no Strapi. This file owns the opening: a .docx is a zip, and a zip from outside may lie about itself, so
// it is read entry by entry within limits before any library sees it, and packed anew from what was read.
import { inflateRawSync } from 'node:zlib';
import PizZip from 'pizzip';
import { templateRefused } from './template-refused';

export const MAX_DOCX_BYTES = 2 * 1024 * 1024;
const MAX_ENTRIES = 300;
const MAX_ENTRY_BYTES = 8 * 1024 * 1024;
const MAX_TOTAL_BYTES = 24 * 1024 * 1024;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** The parts of a .docx by name; throws TEMPLATE_REFUSED when it is not a zip that may be opened. */
export function openDocx(content: Buffer): Map<string, Buffer> {
  if (content.length > MAX_DOCX_BYTES) {
    throw templateRefused(
      `tệp lớn hơn ${MAX_DOCX_BYTES / 1024 / 1024} MB`,
      `the file is over ${MAX_DOCX_BYTES / 1024 / 1024} MB`,
    );
  }
  if (content.length < 22 || content.readUInt32LE(0) !== LOCAL) throw notDocx();
  try {
    return readEntries(content);
  } catch (error) {
    // A read past the end, a bad stream: the file is damaged, whoever made it.
    if (error instanceof RangeError || (error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw notDocx();
    throw error;
  }
}

/** A clean zip of parts that openDocx has read: nothing hidden between the entries is carried along. */
export function packDocx(parts: ReadonlyMap<string, Buffer | string>): Buffer {
  const zip = new PizZip();
  for (const [name, part] of parts) zip.file(name, part, { date: new Date(Date.UTC(2026, 0, 1)) });
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function readEntries(content: Buffer): Map<string, Buffer> {
  const end = findEnd(content);
  const count = content.readUInt16LE(end + 10);
  let at = content.readUInt32LE(end + 16);
  if (count === 0 || count > MAX_ENTRIES) throw tooMuch();
  const parts = new Map<string, Buffer>();
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (content.readUInt32LE(at) !== CENTRAL) throw notDocx();
    const flags = content.readUInt16LE(at + 8);
    const method = content.readUInt16LE(at + 10);
    const packed = content.readUInt32LE(at + 20);
    const nameLength = content.readUInt16LE(at + 28);
    const name = content.toString('utf8', at + 46, at + 46 + nameLength);
    const local = content.readUInt32LE(at + 42);
    at += 46 + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
    if (flags & 1) throw templateRefused('tệp được đặt mật khẩu', 'the file is encrypted');
    if (name.endsWith('/')) continue;
    if (name.startsWith('/') || name.includes('\\') || /(^|\/)\.\.?(\/|$)/.test(name) || parts.has(name))
      throw notDocx();
    const start = local + 30 + content.readUInt16LE(local + 26) + content.readUInt16LE(local + 28);
    if (content.readUInt32LE(local) !== LOCAL || start + packed > content.length) throw notDocx();
    const part = unpack(content.subarray(start, start + packed), method);
    total += part.length;
    if (total > MAX_TOTAL_BYTES) throw tooMuch();
    parts.set(name, part);
  }
  return parts;
}

/** Never unpacks more than the limit, whatever the header says the size is. */
function unpack(packed: Buffer, method: number): Buffer {
  if (method === 0) return Buffer.from(packed);
  if (method !== 8) throw notDocx();
  try {
    return inflateRawSync(packed, { maxOutputLength: MAX_ENTRY_BYTES });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooMuch();
    throw error;
  }
}

function findEnd(content: Buffer): number {
  const lowest = Math.max(0, content.length - 22 - 0xffff);
  for (let at = content.length - 22; at >= lowest; at -= 1) if (content.readUInt32LE(at) === END) return at;
  throw notDocx();
}

const notDocx = () => templateRefused('tệp không phải là .docx đọc được', 'the file is not a readable .docx');
const tooMuch = () =>
  templateRefused(
    'tệp giải nén ra quá lớn hoặc có quá nhiều phần',
    'the file unpacks to too much or has too many parts',
  );
