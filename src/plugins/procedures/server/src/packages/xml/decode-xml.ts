// Owns the step from bytes to characters, by the rules of XML 1.0 appendix F: byte order mark, then the declaration.
// Bytes that do not fit the encoding are a problem, never a replacement character.
import type { XmlProblem } from './xml-node';

type Decoded = { text: string } | { problem: XmlProblem };

/** What the declaration may say, and the decoder that reads it. */
const DECODERS: Record<string, string> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'ascii',
  ascii: 'ascii',
  'iso-8859-1': 'latin1',
  'iso8859-1': 'latin1',
  'iso_8859-1': 'latin1',
  latin1: 'latin1',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
};
/** Code pages that both this platform and the engine's Java know. */
const CODE_PAGES = /^(windows-125[0-8]|iso-8859-([2-9]|1[0135])|koi8-r|gbk|gb18030|big5|euc-jp|euc-kr|shift_jis)$/;

export function decodeXml(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decode(bytes.subarray(3), 'utf-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes.subarray(2), 'utf-16be');
  if (bytes[0] === 0x3c && bytes[1] === 0) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0 && bytes[1] === 0x3c) return decode(bytes, 'utf-16be');
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1].toLowerCase();
  if (declared === undefined) return decode(bytes, 'utf-8');
  const label = DECODERS[declared] ?? (CODE_PAGES.test(declared) ? declared : null);
  if (label !== null && !label.startsWith('utf-16')) return decode(bytes, label);
  return problem(
    `Bảng mã "${declared}" không đọc được với các byte của tệp này.`,
    `Expected an encoding that fits the bytes of this file, but it declares "${declared}".`,
  );
}

function decode(bytes: Uint8Array, label: string): Decoded {
  if (label === 'latin1') return { text: Buffer.from(bytes).toString('latin1') };
  if (label === 'ascii') {
    const high = bytes.findIndex((byte) => byte > 127);
    return high === -1 ? { text: Buffer.from(bytes).toString('latin1') } : undecodable(bytes.subarray(0, high), label);
  }
  try {
    return { text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return undecodable(bytes.subarray(0, label === 'utf-8' ? validUtf8(bytes) : 0), label);
  }
}

/** How many bytes at the start are UTF-8: found by halves, so that 5 MB take no longer than a few decodings. */
function validUtf8(bytes: Uint8Array): number {
  const reads = (length: number): boolean => {
    try {
      // `stream` lets a character be cut at the end.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (reads(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

function undecodable(before: Uint8Array, label: string): Decoded {
  const lines = Buffer.from(before)
    .toString('utf8')
    .split(/\r\n|\r|\n/);
  return problem(
    `Tệp có byte không thuộc bảng mã ${label}.`,
    `Expected every byte to fit the encoding ${label}, but one does not.`,
    { line: lines.length, column: (lines.at(-1) ?? '').length + 1 },
  );
}

const problem = (vi: string, en: string, place = { line: 1, column: 1 }): Decoded => ({
  problem: { rule: 'xml-encoding', element: null, vi, en, ...place },
});
