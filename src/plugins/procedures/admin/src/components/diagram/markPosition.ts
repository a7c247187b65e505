import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

export interface Position {
  /** elements where the case is now */
  active: string[];
  /** elements it has passed */
  done: string[];
  /** of those where it is: it stands still there, because of an incident */
  stuck?: string[];
}

export interface PositionWords {
  here: string;
  stuck: string;
}

interface Element {
  id: string;
  source?: Element;
  target?: Element;
  width?: number;
}
interface Services {
  canvas: { addMarker(id: string, name: string): void; removeMarker(id: string, name: string): void };
  elementRegistry: { get(id: string): Element | undefined; filter(keep: (element: Element) => boolean): Element[] };
  overlays: { add(id: string, overlay: object): string; remove(id: string): void };
}

/** Colours the path and the present position; returns the way to take the colours off again. */
export function markPosition(viewer: NavigatedViewer, position: Position, words: PositionWords): () => void {
  const canvas = viewer.get<Services['canvas']>('canvas');
  const registry = viewer.get<Services['elementRegistry']>('elementRegistry');
  const overlays = viewer.get<Services['overlays']>('overlays');
  const drawn = (ids: string[]) => ids.filter((id) => id !== '' && registry.get(id));
  const active = drawn(position.active);
  const done = drawn(position.done);
  const isStuck = (id: string) => position.stuck?.includes(id) ?? false;
  const passed = new Set([...active, ...done]);
  // A flow was taken when it leaves something passed and enters something passed.
  const flows = registry
    .filter(({ source, target }) => !!source && !!target && done.includes(source.id) && passed.has(target.id))
    .map(({ id }) => id);

  const marks: [string, string][] = [
    ...[...done.filter((id) => !active.includes(id)), ...flows].map((id): [string, string] => [id, 'procedures-done']),
    ...active.map((id): [string, string] => [id, isStuck(id) ? 'procedures-stuck' : 'procedures-active']),
  ];
  for (const [id, name] of marks) canvas.addMarker(id, name);

  const labels = active.map((id) => {
    const label = document.createElement('div');
    label.className = isStuck(id) ? 'procedures-here procedures-here-stuck' : 'procedures-here';
    label.textContent = isStuck(id) ? words.stuck : words.here;
    return overlays.add(id, { position: { top: -26, left: 0 }, html: label });
  });
  return () => {
    try {
      for (const [id, name] of marks) canvas.removeMarker(id, name);
      for (const id of labels) overlays.remove(id);
    } catch {
      // The viewer was destroyed first, and took its marks along.
    }
  };
}
