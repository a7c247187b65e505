// Owns how the engine reads JSON (Jackson with its limits): the first value of the bytes, whatever follows it.

import type { Bilingual } from '../../../../shared/contracts';

export type ReadJson =
  | {
      value: unknown;
      text: string /** where something else follows the value; null: nothing does */;
      rest: number | null;
    }
  | { value?: undefined; text: string; reason: Bilingual; at: number };

const MAX_DEPTH = 1000;
const MAX_NUMBER = 1000;
const MAX_NAME = 50_000;
const TOO = {
  deep: { vi: `lồng nhau quá ${MAX_DEPTH} lớp`, en: `lists and objects are nested deeper than ${MAX_DEPTH}` },
  longNumber: { vi: `có số dài quá ${MAX_NUMBER} ký tự`, en: `a number is longer than ${MAX_NUMBER} characters` },
  longName: { vi: `có tên dài quá ${MAX_NAME} ký tự`, en: `a name is longer than ${MAX_NAME} characters` },
};

export function readJson(bytes: Uint8Array): ReadJson {
  let text: string;
  try {
    text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    const reason = { vi: 'các byte không phải UTF-8 hay UTF-16', en: 'the bytes are neither UTF-8 nor UTF-16' };
    return { text: '', reason, at: 0 };
  }
  const first = parse(text);
  if ('value' in first) return limited({ ...first, text, rest: null });
  // A value that is complete, with something behind it: the engine stops reading there.
  if (/after JSON/.test(first.reason.en)) {
    const complete = parse(text.slice(0, first.at));
    if ('value' in complete) return limited({ ...complete, text, rest: first.at });
  }
  return { ...first, text };
}

/** Whether each second byte of the first two is zero tells UTF-16 without a mark: JSON begins with two ASCII characters. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}

function parse(text: string): { value: unknown } | { reason: Bilingual; at: number } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const en = error instanceof Error ? error.message : String(error);
    const at = Number(/position (\d+)/.exec(en)?.[1] ?? (/end of/i.test(en) ? text.length : 0));
    return { reason: { vi: `sai cú pháp ở ký tự ${at + 1}`, en }, at };
  }
}

function limited(read: Extract<ReadJson, { rest: number | null }>): ReadJson {
  const { text } = read;
  const end = read.rest ?? text.length;
  let depth = 0;
  for (const { 0: token, index } of text.slice(0, end).matchAll(/"(?:\\.|[^"\\])*"\s*:?|[[{]|[\]}]|[-+.\dEe]+/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    const reason = depth > MAX_DEPTH ? TOO.deep : tooLong(token);
    if (reason) return { text, reason, at: index };
  }
  return read;
}

function tooLong(token: string): Bilingual | null {
  if (token[0] !== '"') return token.length > MAX_NUMBER ? TOO.longNumber : null;
  const isName = token.length > MAX_NAME && token.endsWith(':');
  return isName && JSON.parse(token.slice(0, token.lastIndexOf('"') + 1)).length > MAX_NAME ? TOO.longName : null;
}
