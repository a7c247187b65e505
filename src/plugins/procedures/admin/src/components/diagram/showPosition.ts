import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

/** Below this scale the names in the elements cannot be read. */
const READABLE = 0.45;
const CLOSE = 0.75;

interface Shape {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
}
interface Services {
  canvas: {
    zoom(level: 'fit-viewport' | number, center?: 'auto'): number;
    viewbox(box?: { x: number; y: number; width: number; height: number }): {
      outer: { width: number; height: number };
    };
  };
  elementRegistry: { get(id: string): Shape | undefined };
}

/** The whole model where it can be read; in a large one, the neighbourhood of the present position. */
export function showPosition(viewer: NavigatedViewer, active: string[]): void {
  const canvas = viewer.get<Services['canvas']>('canvas');
  const registry = viewer.get<Services['elementRegistry']>('elementRegistry');
  if (canvas.zoom('fit-viewport', 'auto') >= READABLE) return;
  const here = active.map((id) => registry.get(id)).find((shape) => shape?.width !== undefined);
  if (!here) return;
  const { outer } = canvas.viewbox();
  const width = outer.width / CLOSE;
  const height = outer.height / CLOSE;
  canvas.viewbox({
    x: (here.x ?? 0) + (here.width ?? 0) / 2 - width / 2,
    y: (here.y ?? 0) + (here.height ?? 0) / 2 - height / 2,
    width,
    height,
  });
}
