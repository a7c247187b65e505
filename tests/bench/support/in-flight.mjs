/** Owns doing a number of things with so many at once: the next begins as soon as one has ended. */

/**
 * @param {number} count
 * @param {number} atOnce
 * @param {(n: number) => Promise<unknown>} work
 * @returns {Promise<number>} things a second
 */
export async function rateInFlight(count, atOnce, work) {
  let next = 0;
  const lane = async () => {
    while (next < count) {
      next += 1;
      await work(next);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, lane));
  return (count / (performance.now() - began)) * 1000;
}
