import type Modeler from 'bpmn-js/lib/Modeler';

import type { Lock, PackageProblem } from '../../../../../shared/packages-contract';

interface Services {
  canvas: { addMarker(id: string, name: string): void; removeMarker(id: string, name: string): void };
  elementRegistry: { get(id: string): unknown };
  overlays: { add(id: string, overlay: object): string; remove(id: string): void };
}

/** Marks what the check says on the elements, and what the law locks; returns the way to take it off again. */
export function markProblems(
  modeler: Modeler,
  problems: PackageProblem[],
  locks: Lock[],
  words: { locked: string },
): () => void {
  const canvas = modeler.get<Services['canvas']>('canvas');
  const registry = modeler.get<Services['elementRegistry']>('elementRegistry');
  const overlays = modeler.get<Services['overlays']>('overlays');
  const here = problems.filter((one) => one.element && registry.get(one.element));
  const marks = here.map((one) => [one.element as string, `procedures-${one.severity}`] as const);
  for (const [id, name] of marks) canvas.addMarker(id, name);
  const badge = (text: string, title: string, className: string) => {
    const made = document.createElement('div');
    made.className = className;
    made.textContent = text;
    made.title = title;
    return made;
  };
  const added = [
    ...here
      .filter((one, at) => here.findIndex((other) => other.element === one.element) === at)
      .map((one) =>
        overlays.add(one.element as string, {
          position: { top: -12, right: 12 },
          html: badge('!', one.vi, `procedures-badge procedures-badge-${one.severity}`),
        }),
      ),
    ...locks
      .filter((lock) => registry.get(lock.element))
      .map((lock) =>
        overlays.add(lock.element, {
          position: { top: -14, left: -4 },
          html: badge(`🔒 ${lock.law}`, `${words.locked}: ${lock.law}`, 'procedures-lock'),
        }),
      ),
  ];
  return () => {
    try {
      for (const [id, name] of marks) canvas.removeMarker(id, name);
      for (const id of added) overlays.remove(id);
    } catch {
      // The modeler was destroyed first, and took its marks along.
    }
  };
}
