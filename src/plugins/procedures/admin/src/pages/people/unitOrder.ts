import type { UnitView } from '../../../../shared/people-contract';

/** Units as a tree, parents before what stands beneath them; a unit whose parent is not shown stands at the top. */
export function unitOrder(units: readonly UnitView[]): { unit: UnitView; depth: number }[] {
  const codes = new Set(units.map((unit) => unit.code));
  const ordered: { unit: UnitView; depth: number }[] = [];
  const seen = new Set<string>();
  const add = (unit: UnitView, depth: number) => {
    if (seen.has(unit.code)) return;
    seen.add(unit.code);
    ordered.push({ unit, depth });
    for (const child of units) if (child.parent === unit.code) add(child, depth + 1);
  };
  for (const unit of units) if (!unit.parent || !codes.has(unit.parent)) add(unit, 0);
  // A loop in the data hides nobody.
  for (const unit of units) add(unit, 0);
  return ordered;
}
