/** Waiting for several things at once. */

/**
 * Unlike Promise.all it waits for all to end before it fails, so that nothing goes on behind the failure's back.
 * @template {readonly unknown[]} T
 * @param {T} promises
 * @returns {Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }>}
 */
export async function allOrFirstError(promises) {
  await Promise.allSettled(promises);
  return /** @type {{ -readonly [K in keyof T]: Awaited<T[K]> }} */ (
    /** @type {unknown} */ (await Promise.all(promises))
  );
}
