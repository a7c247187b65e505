// Owns the receipt code that a source keeps: long enough not to be guessed, easy to read aloud.
import { randomInt } from 'node:crypto';

/** Letters and digits that are not mistaken for each other when read aloud or written by hand. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A random code of three groups of four, e.g. `7KQM-2WXA-PD9H` (31^12, about 59 bits). */
export function newReceiptCode(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}
