/**
 * Owns chance: the same seed gives the same rounds (victim and moment of each kill, who does what next). What the machine
 * makes of them still differs from run to run, so a seed narrows a failure down rather than repeating it.
 */

/**
 * @param {number} seed
 * @returns {{ next(): number, below(n: number): number, pick<T>(list: T[]): T }} mulberry32
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    below: (n) => Math.floor(next() * n),
    pick: (list) => list[Math.floor(next() * list.length)],
  };
}
