// Owns what a file really is: its name says one thing, its content must say the same. Pure, over the bytes.
import filetypeinfo from 'magic-bytes.js';
import { extensionOf, type FileKind, kindOfExtension } from './file-kinds';
import { contentNotAsNamed, fileHoldsMacros, fileInfected, fileKindNotTaken } from './file-problems';
import { refuseBomb } from './refuse-bomb';
import { holdsSignature } from './virus-signature';
import { zipEntries } from './zip-entries';

/** The kind, or a refusal in words. */
export function recogniseFile(fileName: string, bytes: Buffer): FileKind {
  const extension = extensionOf(fileName);
  const kind = kindOfExtension(fileName);
  if (!kind) throw fileKindNotTaken(extension);
  if (kind.kind === 'text') {
    if (!isPlainText(bytes)) throw contentNotAsNamed(extension);
    return kind;
  }
  const seen = filetypeinfo(bytes.subarray(0, 64)).map((guess) => guess.typename);
  if (!seen.some((name) => kind.magic.includes(name))) throw contentNotAsNamed(extension);
  if (kind.zip) lookIntoZip(kind, bytes, extension);
  // The old binary documents name their macros in a directory, in two-byte letters.
  if (['doc', 'xls'].includes(kind.kind) && bytes.includes(Buffer.from('_VBA_PROJECT', 'utf16le')))
    throw fileHoldsMacros();
  return kind;
}

function lookIntoZip(kind: FileKind, bytes: Buffer, extension: string): void {
  const entries = zipEntries(bytes);
  if (!entries) throw contentNotAsNamed(extension);
  refuseBomb(entries);
  const { entry, mimetype } = kind.zip ?? {};
  const fits =
    (entry &&
      entries.some((one) => one.name.startsWith(entry)) &&
      entries.some((one) => one.name === '[Content_Types].xml')) ||
    (mimetype &&
      entries
        .find((one) => one.name === 'mimetype')
        ?.beginning()
        .toString('latin1')
        .trim() === mimetype);
  if (!fits) throw contentNotAsNamed(extension);
  if (entries.some((one) => /vbaProject\.bin$|^Basic\/.+\.xml$/i.test(one.name))) throw fileHoldsMacros();
  if (entries.some((one) => holdsSignature(one.beginning()))) throw fileInfected();
}

/** UTF-8, or UTF-16 with its mark, without control characters. */
function isPlainText(bytes: Buffer): boolean {
  const mark = bytes.length > 1 ? bytes.readUInt16BE(0) : 0;
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what plain text does not hold
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text);
  } catch {
    return false;
  }
}
