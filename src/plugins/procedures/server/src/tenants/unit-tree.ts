// Owns the reading of the units of a tenant as a tree: which units stand beneath which.

interface UnitNode {
  code: string;
  parent_code: string | null;
}

/** Codes of every unit beneath `roots`, without the roots themselves. A loop in the data ends the walk. */
export function descendantsOf(units: readonly UnitNode[], roots: readonly string[]): string[] {
  const found = new Set<string>();
  const open = [...roots];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    for (const unit of units) {
      if (unit.parent_code !== parent || found.has(unit.code) || roots.includes(unit.code)) continue;
      found.add(unit.code);
      open.push(unit.code);
    }
  }
  return [...found].sort();
}
