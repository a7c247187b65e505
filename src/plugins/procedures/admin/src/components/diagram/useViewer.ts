import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import * as React from 'react';

import { isAbort, type Problem, readProblem } from '../../api/problem';

interface Viewing {
  /** where the drawing goes */
  place: React.RefObject<HTMLDivElement>;
  /** null until the model is drawn */
  viewer: NavigatedViewer | null;
  problem: Problem | null;
  retry(): void;
}

/** A model drawn for reading. `load` reads its XML; keep it the same function as long as it is the same model. */
export function useViewer(load: (signal: AbortSignal) => Promise<string>): Viewing {
  const place = React.useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = React.useState<NavigatedViewer | null>(null);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const [round, setRound] = React.useState(0);

  React.useEffect(() => {
    const abort = new AbortController();
    let made: NavigatedViewer | undefined;
    setViewer(null);
    setProblem(null);
    (async () => {
      try {
        const [{ default: Viewer }, xml] = await Promise.all([
          import('bpmn-js/lib/NavigatedViewer'),
          load(abort.signal),
        ]);
        if (abort.signal.aborted || !place.current) return;
        // The wheel scrolls the page; zooming has its buttons.
        made = new Viewer({ container: place.current, zoomScroll: { enabled: false } });
        await made.importXML(xml);
        if (!abort.signal.aborted) setViewer(made);
      } catch (thrown) {
        if (!abort.signal.aborted && !isAbort(thrown)) setProblem(readProblem(thrown));
      }
    })();
    return () => {
      abort.abort();
      made?.destroy();
    };
  }, [load, round]);

  return { place, viewer, problem, retry: () => setRound((value) => value + 1) };
}
