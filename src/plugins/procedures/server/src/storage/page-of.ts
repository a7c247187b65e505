// Owns which page of a list an address asks for: a whole number that a list may have, else the first.

const LAST_PAGE = 1_000_000;

export function pageOf(text: unknown): number {
  const page = Number(text);
  return Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1;
}
