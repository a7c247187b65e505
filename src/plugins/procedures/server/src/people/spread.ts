// Owns the even spreading of tasks over colleagues. Pure. The task that fewest may do is given first; each goes to
// whoever of those who may do it holds least, in the given order where they hold the same.

export interface SpreadTask {
  readonly id: string;
  /** People who may do it. */
  readonly allowed: readonly string[];
}

/** Receiver by task; a task that nobody may do is not in it. */
export function spread(tasks: readonly SpreadTask[], load: ReadonlyMap<string, number>): Map<string, string> {
  const held = new Map(load);
  const given = new Map<string, string>();
  for (const task of [...tasks].sort((a, b) => a.allowed.length - b.allowed.length)) {
    const [first, ...others] = task.allowed;
    if (first === undefined) continue;
    const of = (person: string) => held.get(person) ?? 0;
    const to = others.reduce((least, person) => (of(person) < of(least) ? person : least), first);
    given.set(task.id, to);
    held.set(to, of(to) + 1);
  }
  return given;
}
