import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

import type { Heat } from './heatOf';

interface Services {
  canvas: { addMarker(id: string, name: string): void; removeMarker(id: string, name: string): void };
  elementRegistry: { get(id: string): { width?: number } | undefined };
  overlays: { add(id: string, overlay: object): string; remove(id: string): void };
}

/** Colours each element and says its value in a badge; returns the way to take both off again. */
export function markHeat(viewer: NavigatedViewer, heat: Heat, words: (value: number) => string): () => void {
  const canvas = viewer.get<Services['canvas']>('canvas');
  const registry = viewer.get<Services['elementRegistry']>('elementRegistry');
  const overlays = viewer.get<Services['overlays']>('overlays');
  const drawn = heat.elements.filter((one) => registry.get(one.id));
  const marks = drawn.map((one): [string, string] => [one.id, `procedures-heat-${one.level}`]);
  for (const [id, name] of marks) canvas.addMarker(id, name);
  const badges = drawn.map((one) => {
    const badge = document.createElement('div');
    badge.className = 'procedures-heat';
    badge.textContent = words(one.value);
    return overlays.add(one.id, { position: { bottom: 10, right: 22 }, html: badge });
  });
  return () => {
    try {
      for (const [id, name] of marks) canvas.removeMarker(id, name);
      for (const id of badges) overlays.remove(id);
    } catch {
      // The viewer was destroyed first, and took its marks along.
    }
  };
}
