// Owns what a file may be called: the name as people wrote it (with accents and emoji), without anything that could be a
// path or steer a program.
import { fileNameUnusable } from './file-problems';

const MAX_BYTES = 255;
// Control characters, and those that turn the direction of writing (a name must not look like another).
const INVISIBLE = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

export function normaliseFileName(given: string): string {
  const base = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = base
    .replace(INVISIBLE, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  if (clean === '' || clean.includes('\ufffd')) throw fileNameUnusable();
  return shorten(clean);
}

/** At most 255 bytes; the extension stays, and no letter or emoji is cut in two. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && Buffer.byteLength(name.slice(dot)) <= 20 ? name.slice(dot) : '';
  const room = MAX_BYTES - Buffer.byteLength(extension);
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(
    name.slice(0, name.length - extension.length),
  )) {
    bytes += Buffer.byteLength(segment);
    if (bytes > room) break;
    kept += segment;
  }
  return kept.trim() + extension;
}

/** Percent-encoded in the header of an upload, since headers are ASCII. */
export function fileNameOfHeader(header: unknown): string {
  if (typeof header !== 'string' || header.length > 4_000) throw fileNameUnusable();
  try {
    return normaliseFileName(decodeURIComponent(header));
  } catch {
    throw fileNameUnusable();
  }
}

/** For Content-Disposition (RFC 6266): an ASCII likeness for old programs, the name itself for all others. */
export function dispositionOf(fileName: string, inline: boolean): string {
  const ascii = fileName
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${inline ? 'inline' : 'attachment'}; filename="${ascii || 'tep'}"; filename*=UTF-8''${encoded}`;
}
