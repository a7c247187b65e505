/** Owns what a decision hangs on: itself and everything that it needs, the nearest first. Pure; circles end. */
export function withRequired<Decision extends { id: string; requires: string[] }>(
  all: readonly Decision[],
  id: string,
): Decision[] {
  const found = new Map<string, Decision>();
  const queue = [id];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const one = all.find((decision) => decision.id === next);
    if (!one || found.has(one.id)) continue;
    found.set(one.id, one);
    queue.push(...one.requires);
  }
  return [...found.values()];
}
