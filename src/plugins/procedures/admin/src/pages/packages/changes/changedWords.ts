/** Owns which words of a value changed, and what of a long value is shown before somebody asks for all of it. Pure. */

export interface Piece {
  text: string;
  changed: boolean;
}

/** More pairs than this are not compared word by word: what lies between the equal ends counts as changed. */
const MOST_PAIRS = 1_000_000;
const FOLD_AT = 280;
const BEFORE_CHANGE = 80;

const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{M}\p{N}_]+|./gu) ?? [];

/** The pieces of both values; put together they are the values again. */
export function changedWords(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const kept = commonWords(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const marks = (words: string[], same: ReadonlySet<number>) =>
    joined(
      words.map((text, at) => ({ text, changed: at >= start && at < words.length - end && !same.has(at - start) })),
    );
  return { before: marks(a, kept.inA), after: marks(b, kept.inB) };
}

/** Places of the longest run of words that both keep in one order. */
function commonWords(a: readonly string[], b: readonly string[]): { inA: Set<number>; inB: Set<number> } {
  const found = { inA: new Set<number>(), inB: new Set<number>() };
  if (a.length * b.length > MOST_PAIRS) return found;
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      found.inA.add(i++);
      found.inB.add(j++);
    } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) i += 1;
    else j += 1;
  }
  return found;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const together: Piece[] = [];
  for (const piece of pieces) {
    const last = together.at(-1);
    if (last?.changed === piece.changed) last.text += piece.text;
    else together.push({ ...piece });
  }
  return together;
}

/** What is shown of a long value at first: from shortly before the first changed word; null: it is short enough. */
export function beginning(pieces: readonly Piece[]): Piece[] | null {
  const whole = pieces.map((one) => one.text).join('');
  if (whole.length <= FOLD_AT && whole.split('\n').length <= 6) return null;
  const first = pieces.findIndex((one) => one.changed);
  const changeAt = pieces.slice(0, Math.max(first, 0)).reduce((sum, one) => sum + one.text.length, 0);
  const from = Math.max(0, changeAt - BEFORE_CHANGE);
  const shown: Piece[] = from > 0 ? [{ text: '…', changed: false }] : [];
  let at = 0;
  for (const { text, changed } of pieces) {
    const part = text.slice(Math.max(0, from - at), Math.max(0, from + FOLD_AT - at));
    if (part) shown.push({ text: part, changed });
    at += text.length;
  }
  return from + FOLD_AT < whole.length ? [...shown, { text: '…', changed: false }] : shown;
}
