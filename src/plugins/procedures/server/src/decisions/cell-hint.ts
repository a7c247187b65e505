// Owns what shows from a cell that does not hold: a text that was written without quotation marks, which FEEL reads as a
// name, or a value of another kind than the column's. Pure; silent whenever it is not plain.
import type { CellHint } from '../../../shared/decisions-contract';

/** Letters of any language, and blanks between words: what people write when they mean a text. */
const WORDS = /^[\p{L}_][\p{L}\p{N}_]*(?:[ -]+[\p{L}\p{N}_]+)*$/u;
const LITERALS = ['true', 'false', 'null'];
const TEXT = /^"(?:[^"\\]|\\.)*"$/;
const NUMBER = /^(?:(?:<=|>=|<|>)\s*)?-?\d+(?:\.\d+)?$|^[[\]()]\s*-?\d+(?:\.\d+)?\s*\.\.\s*-?\d+(?:\.\d+)?\s*[[\]()]$/;
const TRUTH = /^(?:true|false)$/;

/** `known`: names that exist where the table is asked. */
export function cellHint(cell: string, value: unknown, known: readonly string[]): CellHint | null {
  const parts = partsOf(cell.trim());
  if (parts.some((part) => isBareWord(part, known))) return 'QUOTES';
  const kinds = new Set(parts.map(kindOf));
  const [kind] = kinds;
  if (kinds.size !== 1 || !kind || value === null || value === undefined) return null;
  return ['string', 'number', 'boolean'].includes(typeof value) && typeof value !== kind ? 'KIND' : null;
}

/** Of a text that stands for a value: written without quotation marks. */
export function isBareWord(text: string, known: readonly string[]): boolean {
  const word = text.trim();
  return WORDS.test(word) && !LITERALS.includes(word) && !known.includes(word);
}

/** By commas outside of texts; what `not(…)` holds is looked at as well. */
function partsOf(cell: string): string[] {
  const inner = /^not\((.*)\)$/s.exec(cell)?.[1] ?? cell;
  return (inner.match(/"(?:[^"\\]|\\.)*"|[^,"]+/g) ?? []).map((part) => part.trim()).filter(Boolean);
}

function kindOf(part: string): 'string' | 'number' | 'boolean' | null {
  if (TEXT.test(part)) return 'string';
  if (TRUTH.test(part)) return 'boolean';
  return NUMBER.test(part) ? 'number' : null;
}
